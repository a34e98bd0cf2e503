"""A job's arguments. AWS Glue Developer Guide, "Accessing parameters using getResolvedOptions"."""

from awsglue._unsupported import module_attribute


def __getattr__(name):
    return module_attribute(__name__, name)


class GlueArgumentError(Exception):
    """An argument that the script requires is missing or has no value."""


# What Glue itself may pass; resolved whenever it is there.
RESERVED = (
    "JOB_ID",
    "JOB_NAME",
    "JOB_RUN_ID",
    "RedshiftTempDir",
    "SECURITY_CONFIGURATION",
    "TempDir",
    "WORKFLOW_NAME",
    "WORKFLOW_RUN_ID",
    "encryption-type",
    "job-bookmark-from",
    "job-bookmark-option",
    "job-bookmark-to",
)


def getResolvedOptions(args, options):
    """The values of the named arguments, as strings.

    ``args`` is ``sys.argv``, ``options`` the names without ``--``. A name with
    hyphens is a key with underscores in the result. Every named argument is
    required; others are ignored, except that Glue's own are added when they
    are there. Raises GlueArgumentError.
    """
    given = _given(args[1:])
    resolved = {}
    for option in options:
        name = option.removeprefix("--")
        if name not in given:
            raise GlueArgumentError(f"argument --{name} is required")
        value = given[name]
        if value is None:
            raise GlueArgumentError(f"argument --{name} expects a value")
        resolved[_key(name)] = value
    for name in RESERVED:
        if given.get(name) is not None:
            resolved.setdefault(_key(name), given[name])
    return resolved


def _key(name):
    return name.replace("-", "_")


def _given(tokens):
    """Arguments by name; None for one without a value. The last one of a name counts."""
    given = {}
    position = 0
    while position < len(tokens):
        token = tokens[position]
        position += 1
        if not token.startswith("--"):
            continue
        name, equals, value = token[2:].partition("=")
        if equals:
            given[name] = value
        elif position < len(tokens) and not tokens[position].startswith("--"):
            given[name] = tokens[position]
            position += 1
        else:
            given[name] = None
    return given
