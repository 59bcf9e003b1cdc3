class Particle:
    def __init__(self, x, y):
        self.x = x
        self.y = y


particles = []
for n in range(300):
    particles.append(Particle(n % 20, n // 20))
for particle in particles[:10]:
    particle.x += 1
far = [particle for particle in particles if particle.x > 17]
print(len(far))
