import sys


def main():
    try:
        sys.exit(3)
    finally:
        print("leaving")


main()
