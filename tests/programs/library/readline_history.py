# readline without a terminal: completers and hooks are kept, the history is filled, asked for, written and read.
import os
import readline
import tempfile


def attempt(function, *args):
    try:
        print(function.__name__, args, "->", function(*args))
    except Exception as error:
        print(function.__name__, args, type(error).__name__, error)


print(readline.backend, readline.get_completer(), repr(readline.get_completer_delims()), repr(readline.get_line_buffer()))
print(readline.get_history_length(), readline.get_current_history_length(), readline.get_begidx(), readline.get_endidx(), readline.get_completion_type())

for value in 4, None, len:
    attempt(readline.set_completer, value)
    print(readline.get_completer())
attempt(readline.set_completer)
print(readline.get_completer())
for value in 4, " x", "":
    attempt(readline.set_completer_delims, value)
    print(repr(readline.get_completer_delims()))
for function in readline.set_startup_hook, readline.set_pre_input_hook, readline.set_completion_display_matches_hook:
    for args in (3,), (len,), (None,), ():
        attempt(function, *args)
for args in (3,), ("tab: complete",), ():
    attempt(readline.parse_and_bind, *args)
attempt(readline.set_auto_history, 1)
attempt(readline.redisplay)

for line in "one", "two", "three", 3, None:
    attempt(readline.add_history, line)
for index in 0, 1, 2, 3, 4, -1, "a", 2**40:
    attempt(readline.get_history_item, index)
for args in (0, "zero"), (5, "five"), (-1, "less"), (0, 1), ("a", "b"):
    attempt(readline.replace_history_item, *args)
for index in 1, 9, -1, "a":
    attempt(readline.remove_history_item, index)
print([readline.get_history_item(i + 1) for i in range(readline.get_current_history_length())])
attempt(readline.clear_history)
print(readline.get_current_history_length())

attempt(readline.read_history_file, "/nowhere/history")
attempt(readline.write_history_file, "/nowhere/history")
attempt(readline.append_history_file, 1, "/nowhere/history")
attempt(readline.read_init_file, "/nowhere/inputrc")
attempt(readline.read_history_file, 3)
attempt(readline.set_history_length, "a")
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "history")
    readline.add_history("first")
    readline.add_history("Grüße 한글")
    readline.write_history_file(path)
    print(repr(open(path, encoding="utf-8").read()))
    with open(path, "w") as file:
        file.write("x\ny\n\nwithout an end")
    readline.read_history_file(path)
    print([readline.get_history_item(i + 1) for i in range(readline.get_current_history_length())])
    for count in 1, 0, 2:
        readline.append_history_file(count, path)
        print(repr(open(path).read()))
    for length in 2, 0, 10, -1:
        readline.set_history_length(length)
        readline.write_history_file(path)
        print(readline.get_history_length(), repr(open(path, encoding="utf-8").read()))
