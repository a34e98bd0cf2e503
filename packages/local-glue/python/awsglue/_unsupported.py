"""What to say where a script asks for a part of awsglue that is not here."""


class UnsupportedError(NotImplementedError):
    """A part of AWS Glue that local-glue does not have. The message names it."""

    def __init__(self, feature: str, remedy: str = "") -> None:
        super().__init__(f"local-glue does not support {feature}{': ' if remedy else ''}{remedy}")


class UnsupportedAttributeError(UnsupportedError, AttributeError):
    """The same for an attribute, so that ``hasattr`` answers as it should."""


def module_attribute(module: str, name: str):
    """For a module's ``__getattr__``.

    Classes raise UnsupportedError, which ``from module import Name`` passes on
    as it is. Python and its libraries look for other names in any module, and
    expect an AttributeError.
    """
    if name[:1].isupper():
        raise UnsupportedError(f"{module}.{name}")
    raise AttributeError(f"local-glue does not support {module}.{name}")


def instance_attribute(owner: str, name: str):
    """For a class's ``__getattr__``."""
    if name.startswith("__"):
        raise AttributeError(name)
    raise UnsupportedAttributeError(f"{owner}.{name}")


def refuse_options(owner: str, options: dict, known: set[str]) -> None:
    """Raises for the first option with a value that nothing here would act on."""
    for name, value in (options or {}).items():
        if name not in known and value not in (None, "", False):
            raise UnsupportedError(f"the option {name!r} of {owner}")
