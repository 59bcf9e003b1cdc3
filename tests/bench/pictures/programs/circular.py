class Seat:
    def __init__(self, number):
        self.number = number
        self.next = self


def table(count):
    first = last = Seat(1)
    for number in range(2, count + 1):
        last.next = Seat(number)
        last = last.next
        last.next = first
    return last


seat = table(6)
while seat.next is not seat:
    seat = seat.next
    seat.next = seat.next.next
print(seat.number)
