# Members of a Flag and the combinations that are made when they are asked for.
from enum import Flag, IntFlag, auto


class Permission(Flag):
    READ = 4
    WRITE = 2
    RUN = 1


class Style(IntFlag):
    BOLD = auto()
    ITALIC = auto()


for member in (Permission.READ | Permission.RUN, Permission(0), ~Permission.READ, Permission.READ, Permission(6), Style(7), Style.BOLD | Style.ITALIC):
    print(member, repr(member), vars(member))
print(list(Permission(5)), Permission.WRITE in Permission(6), len(Permission(7)), bool(Permission(0)))
