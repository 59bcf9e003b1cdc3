# Float arithmetic on attributes: bodies that pull at each other, in small time steps.
class Body:
    def __init__(self, x, y, mass, vx=0.0, vy=0.0):
        self.x, self.y, self.mass, self.vx, self.vy = x, y, mass, vx, vy


def pull(a, b, dt):
    dx = b.x - a.x
    dy = b.y - a.y
    distance = (dx * dx + dy * dy + 0.01) ** 0.5
    strength = dt / (distance * distance * distance)
    a.vx += dx * b.mass * strength
    a.vy += dy * b.mass * strength
    b.vx -= dx * a.mass * strength
    b.vy -= dy * a.mass * strength


def advance(bodies, pairs, dt, steps):
    for _ in range(steps):
        for a, b in pairs:
            pull(a, b, dt)
        for body in bodies:
            body.x += body.vx * dt
            body.y += body.vy * dt


bodies = [Body(float(i), i * 0.5 - 1.0, 1.0 + i * 0.25) for i in range(5)]
pairs = [(bodies[i], bodies[j]) for i in range(5) for j in range(i + 1, 5)]
advance(bodies, pairs, 0.001, 130000)
print(sum(body.mass * body.vx for body in bodies) < 1e-6)
