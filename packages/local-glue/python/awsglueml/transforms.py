"""FillMissingValues and FindMatches are models that AWS trains and does not publish."""

from awsglue._unsupported import module_attribute


def __getattr__(name):
    return module_attribute(__name__, name)
