"""Runs one job script as Glue would: python local_glue_run.py SCRIPT --KEY value ...

The script sees itself as ``__main__`` with the arguments in ``sys.argv``. How
it ended is written as JSON to the file that LOCAL_GLUE_RESULT names:
``{"ok": true}``, or ``ok`` false with ``type`` and ``message`` of the Python
exception, and ``file`` and ``line`` of the script's own statement that raised.
Where LOCAL_GLUE_INSIGHTS names a file, what job run insights tell of a failure
is written to it.
The exit code is 0 for success and 1 for an exception; a script's own exit code
is kept.
"""

import contextlib
import json
import os
import resource
import runpy
import sys
import traceback
from datetime import UTC, datetime

MESSAGE_LIMIT = 2000


def script_frame(error, script):
    """The innermost line of the script that the exception passed through."""
    line = None
    for frame, number in traceback.walk_tb(error.__traceback__):
        if os.path.abspath(frame.f_code.co_filename) == script:
            line = number
    if line is None and isinstance(error, SyntaxError):
        line = error.lineno
    return line


def without_jvm_frames(text):
    """The readable lines of an exception that carries a Java stack trace.

    Keeps what stands before the first stack frame, and the deepest cause.
    """
    head = []
    cause = None
    in_frames = False
    for line in text.splitlines():
        stripped = line.strip()
        if stripped.startswith("at ") and line[:1].isspace():
            in_frames = True
        elif stripped.startswith("Caused by: "):
            in_frames = True
            cause = stripped
        elif not in_frames and stripped and not stripped.startswith("JVM stacktrace"):
            head.append(stripped)
    message = " ".join(head)
    if cause and cause.removeprefix("Caused by: ") not in message:
        message = f"{message} ({cause})"
    return message


def describe(error, script):
    message = without_jvm_frames(str(error))
    if len(message) > MESSAGE_LIMIT:
        message = message[:MESSAGE_LIMIT] + " ..."
    return {
        "ok": False,
        "type": type(error).__name__,
        "message": message,
        "file": os.path.basename(script),
        "line": script_frame(error, script),
    }


def script_traceback(error):
    """The traceback without this file's and runpy's frames, which say nothing to a reader."""
    frames = error.__traceback__
    own = {os.path.abspath(__file__), runpy.__file__, "<frozen runpy>"}
    while frames is not None and frames.tb_frame.f_code.co_filename in own:
        frames = frames.tb_next
    return frames


def format_script_traceback(error):
    frames = script_traceback(error)
    return "".join(traceback.format_exception(type(error), error, frames)).rstrip()


def write_insights(path, error, script):
    """The event of the exception, as job run insights log it ("Monitoring with AWS Glue job run
    insights", AWS Glue Developer Guide): the innermost frame first, and the line of the script
    whose statement led there."""
    frames = traceback.extract_tb(script_traceback(error))
    statements = [frame.lineno for frame in frames if os.path.abspath(frame.filename) == script]
    now = datetime.now(UTC)
    event = {
        "Event": "GlueETLJobExceptionEvent",
        "Timestamp": int(now.timestamp() * 1000),
        "Failure Reason": format_script_traceback(error),
        "Stack Trace": [
            {
                "Declaring Class": frame.name,
                "Method Name": frame.line,
                "File Name": frame.filename,
                "Line Number": frame.lineno,
            }
            for frame in reversed(frames)
        ],
        "Last Executed Line number": statements[0] if statements else script_frame(error, script),
        "script": os.path.basename(script),
    }
    time = now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            f"{time} ERROR GlueExceptionAnalysisListener: "
            f"[Glue Exception Analysis] {json.dumps(event)}\n"
        )


def say(text):
    """To stderr, which the script may have closed."""
    with contextlib.suppress(OSError, ValueError):
        print(text, file=sys.stderr)


def exit_code_of(error):
    """What the interpreter would exit with: https://docs.python.org/3/library/sys.html#sys.exit"""
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return error.code & 0xFF
    return 1


def limit_memory():
    """Bounds the data of this process and of each one that it starts (MiB; Linux).

    Python then raises MemoryError where the machine would end processes by guess.
    """
    limit = os.environ.pop("LOCAL_GLUE_PROCESS_MEMORY", None)
    if limit:
        bytes_ = int(limit) * 2**20
        resource.setrlimit(resource.RLIMIT_DATA, (bytes_, bytes_))


def stop_spark():
    """Ends the session so that event logs and shuffle files are closed and removed, then the JVM.

    What the JVM would do from here on is to look for what is left to remove,
    and the server removes the job's folder as a whole.
    """
    sql = sys.modules.get("pyspark")
    context = sql.SparkContext._active_spark_context if sql else None
    if context is None:
        return
    gateway = context._gateway
    try:
        context.stop()
        gateway.proc.kill()
    except Exception as error:  # the job's own result stands; the JVM ends with this process
        say(f"Spark did not stop cleanly: {error}")


def install_data_catalog():
    """``--enable-glue-datacatalog``: Spark SQL knows the tables of the Data Catalog."""
    if os.environ.pop("LOCAL_GLUE_DATA_CATALOG", None):
        from awsglue._sql_hooks import install

        install()


def run(script, arguments, insights=None):
    sys.argv = [script, *arguments]
    sys.path[0] = os.path.dirname(script)
    try:
        install_data_catalog()
        runpy.run_path(script, run_name="__main__")
    except SystemExit as error:
        code = exit_code_of(error)
        if code == 0:
            return {"ok": True}, 0
        if not isinstance(error.code, int):
            say(error.code)
        return describe(error, script), code
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        say(format_script_traceback(error))
        if insights:
            write_insights(insights, error, script)
        return describe(error, script), 1
    return {"ok": True}, 0


def write_result(result):
    path = os.environ.get("LOCAL_GLUE_RESULT")
    if not path:
        return
    partial = f"{path}.partial"
    with open(partial, "w", encoding="utf-8") as file:
        json.dump(result, file)
    os.replace(partial, path)


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: local_glue_run.py SCRIPT [--KEY value ...]")
    limit_memory()
    insights = os.environ.pop("LOCAL_GLUE_INSIGHTS", None)
    result, code = run(os.path.abspath(sys.argv[1]), sys.argv[2:], insights)
    write_result(result)
    stop_spark()
    sys.exit(code)


if __name__ == "__main__":
    main()
