"""What an answer has, without its values."""

from botocore.model import ListShape, MapShape, Shape, StructureShape


def members(shape: Shape | None, value, path: str = "") -> set[str]:
    """
    The paths of the members in an answer that botocore has parsed: `.Jobs[].Name`.

    Elements of a list, and entries of a map (`{}`), count as one.
    """
    if isinstance(shape, StructureShape):
        if shape.is_document_type or not isinstance(value, dict):
            return set()
        found = set()
        for name, member in shape.members.items():
            if name in value:
                found |= {f"{path}.{name}"} | members(member, value[name], f"{path}.{name}")
        return found
    if isinstance(shape, ListShape):
        return {each for item in value for each in members(shape.member, item, f"{path}[]")}
    if isinstance(shape, MapShape):
        entries = value.values()
        return {each for item in entries for each in members(shape.value, item, f"{path}{{}}")}
    return set()


def topmost(paths: set[str]) -> set[str]:
    """Those that are below no other: members below one that is missing go without saying."""

    def is_below(path: str, other: str) -> bool:
        return path.startswith((f"{other}.", f"{other}[", f"{other}{{"))

    return {path for path in paths if not any(is_below(path, other) for other in paths)}
