class BadInput(Exception):
    def __init__(self, text, place):
        super().__init__(text)
        self.place = place


def parse(text, place):
    try:
        return int(text)
    except ValueError as error:
        raise BadInput("not a number", place) from error


problems = []
values = []
for place, text in enumerate(["1", "x", "3", "y"]):
    try:
        values.append(parse(text, [place, text]))
    except BadInput as problem:
        problems.append(problem)
print(values, [problem.place for problem in problems])
