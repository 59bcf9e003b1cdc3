SIDES = 4


def area(width, height):
    return width * height
