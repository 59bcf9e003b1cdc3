"""Reads a PNG of 8 bits a channel: (width, height, rows), each row a list of (r, g, b)."""
import struct
import zlib


def read(data):
    at, packed, head = 8, b"", None
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if kind == b"IHDR":
            head = struct.unpack(">IIBBBBB", body)
        elif kind == b"IDAT":
            packed += body
        at += length + 12
    width, height, depth, colours = head[:4]
    if depth != 8 or colours not in (2, 6) or head[6]:
        raise ValueError("not a plain PNG")
    step = 3 if colours == 2 else 4
    raw, rows, above = zlib.decompress(packed), [], bytes(width * step)
    for y in range(height):
        begin = y * (width * step + 1)
        line = bytearray(raw[begin + 1:begin + 1 + width * step])
        unfilter(raw[begin], line, above, step)
        rows.append([tuple(line[i:i + 3]) for i in range(0, len(line), step)])
        above = bytes(line)
    return width, height, rows


def unfilter(kind, line, above, step):
    for i in range(len(line)):
        left = line[i - step] if i >= step else 0
        up = above[i]
        if kind == 1:
            guess = left
        elif kind == 2:
            guess = up
        elif kind == 3:
            guess = (left + up) // 2
        elif kind == 4:
            corner = above[i - step] if i >= step else 0
            total = left + up - corner
            guess = min((abs(total - left), 0, left), (abs(total - up), 1, up), (abs(total - corner), 2, corner))[2]
        else:
            return
        line[i] = (line[i] + guess) & 255
