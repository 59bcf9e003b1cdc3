def read(settings, key):
    return settings[key]


def start(settings):
    port = read(settings, "port")
    return int(port)


def main():
    try:
        start({"port": "eighty"})
    except ValueError as error:
        start({"host": "here"})


main()
