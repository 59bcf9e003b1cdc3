"""What import and compile() say of texts that are none; running such a file says it in other words."""
import traceback

for name in ("block_cut_off", "continuation_cut_off", "empty", "latin_1_mistake", "long_line_mistake", "long_literal", "mark_and_cookie",
             "not_ascii", "not_utf8", "unknown_encoding", "utf_16", "zero_byte"):
    try:
        __import__(name)
    except Exception as error:
        place = error.args[1] if len(error.args) > 1 else ()
        print(name, type(error).__name__, repr(error.args[0]), place[1:3], place[3] and place[3][-60:], place[4:])
    else:
        print(name, "is a module")

for text in ("x\0", b"x\0", b"# coding: nonsense\n", b"x = '\xff'", "if 1:", "if 1:\n", "\\\n", "x = '\udc80'", ""):
    for mode in ("exec", "eval", "single"):
        try:
            compile(text, "text", mode)
        except (SyntaxError, ValueError) as error:
            print(repr(text), mode, type(error).__name__, error.args)
        else:
            print(repr(text), mode, "is a program")
