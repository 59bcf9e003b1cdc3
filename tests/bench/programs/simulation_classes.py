# Classes at work: a queue of customers, events in order of time, methods that call methods, properties, inheritance.
import heapq


class Chance:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return (self.state >> 8) % limit


class Event:
    __slots__ = ("time", "number", "customer")

    def __init__(self, time, number, customer):
        self.time = time
        self.number = number
        self.customer = customer

    def __lt__(self, other):
        return (self.time, self.number) < (other.time, other.number)

    def happen(self, shop):
        raise NotImplementedError


class Arrival(Event):
    __slots__ = ()

    def happen(self, shop):
        shop.arrive(self.customer, self.time)


class Departure(Event):
    __slots__ = ()

    def happen(self, shop):
        shop.leave(self.customer, self.time)


class Customer:
    def __init__(self, name, patience):
        self.name = name
        self.patience = patience
        self.since = None

    @property
    def is_waiting(self):
        return self.since is not None


class Shop:
    def __init__(self, seed):
        self.chance = Chance(seed)
        self.events = []
        self.waiting = []
        self.busy = None
        self.count = 0
        self.served = 0
        self.lost = 0

    def plan(self, kind, time, customer):
        self.count += 1
        heapq.heappush(self.events, kind(time, self.count, customer))

    def arrive(self, customer, time):
        customer.since = time
        self.waiting.append(customer)
        self.serve(time)
        self.plan(Arrival, time + 1 + self.chance.below(9), Customer("c%d" % self.count, 3 + self.chance.below(20)))

    def serve(self, time):
        while self.busy is None and self.waiting:
            customer = self.waiting.pop(0)
            if customer.is_waiting and time - customer.since > customer.patience:
                self.lost += 1
                continue
            customer.since = None
            self.busy = customer
            self.plan(Departure, time + 2 + self.chance.below(8), customer)

    def leave(self, customer, time):
        self.served += 1
        self.busy = None
        self.serve(time)

    def run(self, events):
        self.plan(Arrival, 0, Customer("first", 5))
        for _ in range(events):
            heapq.heappop(self.events).happen(self)
        return self.served, self.lost


print([Shop(seed).run(60000) for seed in range(7)])
