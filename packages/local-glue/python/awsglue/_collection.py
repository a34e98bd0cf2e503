"""Named DynamicFrames. AWS Glue Developer Guide, "DynamicFrameCollection class"."""

from awsglue._unsupported import instance_attribute


class DynamicFrameCollection:
    def __init__(self, dynamic_frames, glue_ctx):
        self._frames = dict(dynamic_frames)
        self.glue_ctx = glue_ctx

    def __getitem__(self, key):
        return self._frames[key]

    def __len__(self):
        return len(self._frames)

    def keys(self):
        return self._frames.keys()

    def values(self):
        return self._frames.values()

    def select(self, key, default=None):
        return self._frames.get(key, default)

    def map(self, callable, transformation_ctx="", **_):
        """What the callable makes of each frame; its second argument is the context."""
        return DynamicFrameCollection(
            {key: callable(frame, transformation_ctx) for key, frame in self._frames.items()},
            self.glue_ctx,
        )

    def flatmap(self, f, transformation_ctx="", **_):
        """The same, where a callable may make a collection of a frame: ``<key>_<its key>``."""
        frames = {}
        for key, frame in self._frames.items():
            made = f(frame, transformation_ctx)
            if isinstance(made, DynamicFrameCollection):
                frames |= {f"{key}_{inner}": each for inner, each in made._frames.items()}
            else:
                frames[key] = made
        return DynamicFrameCollection(frames, self.glue_ctx)

    def __getattr__(self, name):
        return instance_attribute("DynamicFrameCollection", name)
