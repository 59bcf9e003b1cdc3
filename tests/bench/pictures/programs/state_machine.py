class State:
    def __init__(self, name):
        self.name = name
        self.on = {}


closed, opened, locked = State("closed"), State("open"), State("locked")
closed.on["push"] = opened
opened.on["pull"] = closed
closed.on["turn"] = locked
locked.on["turn"] = closed
trail = []
state = closed
for event in ("push", "pull", "turn", "turn"):
    state = state.on[event]
    trail.append(state)
print([state.name for state in trail])
