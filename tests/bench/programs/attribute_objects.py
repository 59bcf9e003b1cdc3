class Particle:
    def __init__(self, x, v):
        self.x = x
        self.v = v

    def move(self, dt):
        self.x += self.v * dt
        if self.x > 100.0:
            self.v = -self.v


def main():
    particles = [Particle(float(i), 1.5) for i in range(100)]
    for _ in range(100000):
        for p in particles:
            p.move(0.1)
    print(round(sum(p.x for p in particles), 3))


main()
