# SPDX-License-Identifier: GPL-3.0-or-later
"""Character constants, Template and Formatter."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable",
           "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


_missing = object()


class Template:
    """Text with $names. The reading is by hand, so subclasses may change delimiter alone."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """(literal text, name or None, what stands there, position or None: well-formed)"""
        text, delimiter = self.template, self.delimiter
        at = 0
        while True:
            found = text.find(delimiter, at)
            if found < 0:
                yield text[at:], None, "", None
                return
            i = found + len(delimiter)
            if text.startswith(delimiter, i):
                yield text[at:found] + delimiter, None, "", None
                at = i + len(delimiter)
                continue
            braced = i < len(text) and text[i] == "{"
            start = i + braced
            end = start
            while end < len(text) and text[end].isascii() and (text[end].isalpha() or text[end] == "_" or (end > start and text[end].isdigit())):
                end += 1
            if end == start or (braced and not (end < len(text) and text[end] == "}")):
                yield text[at:found], None, delimiter, found
                at = i
                continue
            yield text[at:found], text[start:end], text[found:end + braced], None
            at = end + braced

    def _invalid(self, i):
        lines = self.template[:i].splitlines(keepends=True)
        if not lines:
            colno, lineno = 1, 1
        else:
            colno = i - len("".join(lines[:-1]))
            lineno = len(lines)
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (lineno, colno))

    def _mapping(self, mapping, kws):
        if mapping is _missing:
            return kws
        if kws:
            from collections import ChainMap
            return ChainMap(kws, mapping)
        return mapping

    def substitute(self, mapping=_missing, /, **kws):
        mapping = self._mapping(mapping, kws)
        out = []
        for literal, name, raw, invalid in self._pieces():
            out.append(literal)
            if invalid is not None:
                self._invalid(invalid)
            if name is not None:
                out.append(str(mapping[name]))
        return "".join(out)

    def safe_substitute(self, mapping=_missing, /, **kws):
        mapping = self._mapping(mapping, kws)
        out = []
        for literal, name, raw, invalid in self._pieces():
            out.append(literal)
            if name is None:
                out.append(raw)
            else:
                try:
                    out.append(str(mapping[name]))
                except KeyError:
                    out.append(raw)
        return "".join(out)

    def is_valid(self):
        return all(invalid is None for _, _, _, invalid in self._pieces())

    def get_identifiers(self):
        ids = []
        for _, name, _, _ in self._pieces():
            if name is not None and name not in ids:
                ids.append(name)
        return ids


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal_text, field_name, format_spec, conversion in self.parse(format_string):
            if literal_text:
                result.append(literal_text)
            if field_name is None:
                continue
            if field_name == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field_name = str(auto_arg_index)
                auto_arg_index += 1
            elif field_name.isdigit():
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            obj, arg_used = self.get_field(field_name, args, kwargs)
            used_args.add(arg_used)
            obj = self.convert_field(obj, conversion)
            format_spec, auto_arg_index = self._vformat(format_spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(obj, format_spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key]
        return kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

    def parse(self, format_string):
        """(literal text, field name, spec, conversion), as str.format reads it."""
        text, at, literal = format_string, 0, ""
        while at < len(text):
            c = text[at]
            if c not in "{}":
                end = at
                while end < len(text) and text[end] not in "{}":
                    end += 1
                literal += text[at:end]
                at = end
                continue
            if text.startswith(c, at + 1):
                yield literal + c, None, None, None
                literal = ""
                at += 2
                continue
            if c == "}":
                raise ValueError("Single '}' encountered in format string")
            if at + 1 == len(text):
                raise ValueError("Single '{' encountered in format string")
            depth, end = 1, at + 1
            name_end = None
            in_brackets = False
            while end < len(text):
                d = text[end]
                if name_end is None and d == "[":
                    in_brackets = True
                elif in_brackets:
                    in_brackets = d != "]"
                elif d == "{":
                    if name_end is None:
                        raise ValueError("unexpected '{' in field name")
                    depth += 1
                elif d == "}":
                    depth -= 1
                    if depth == 0:
                        break
                elif d in "!:" and name_end is None:
                    name_end = end
                end += 1
            if depth:
                raise ValueError("expected '}' before end of string")
            if name_end is None:
                name_end = end
            name, rest = text[at + 1:name_end], text[name_end:end]
            conversion = None
            if rest.startswith("!"):
                conversion, rest = rest[1:2], rest[2:]
                if not conversion:
                    raise ValueError("end of string while looking for conversion specifier")
                if rest and not rest.startswith(":"):
                    raise ValueError("expected ':' after conversion specifier")
            yield literal, name, rest[1:], conversion
            literal = ""
            at = end + 1
        if literal:
            yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        at = 0
        while at < len(field_name) and field_name[at] not in ".[":
            at += 1
        first = field_name[:at]
        if first.isdigit():
            first = int(first)
        obj = self.get_value(first, args, kwargs)
        while at < len(field_name):
            if field_name[at] == ".":
                end = at + 1
                while end < len(field_name) and field_name[end] not in ".[":
                    end += 1
                obj = getattr(obj, field_name[at + 1:end])
                at = end
            elif field_name[at] == "[":
                end = field_name.find("]", at)
                if end < 0:
                    raise ValueError("Missing ']' in format string")
                key = field_name[at + 1:end]
                obj = obj[int(key) if key.isdigit() else key]
                at = end + 1
            else:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        return obj, first
