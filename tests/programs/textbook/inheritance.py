class Animal:
    kinds = 0

    def __init__(self, name):
        self.name = name
        Animal.kinds += 1

    def speak(self):
        return "..."

    def __str__(self):
        return f"{type(self).__name__} {self.name}: {self.speak()}"


class Dog(Animal):
    def speak(self):
        return "Woof"


class Loud:
    def speak(self):
        return super().speak().upper() + "!"


class LoudDog(Loud, Dog):
    def __init__(self, name, volume):
        super().__init__(name)
        self.volume = volume


for animal in (Animal("generic"), Dog("Rex"), LoudDog("Max", 11)):
    print(animal)
print([c.__name__ for c in LoudDog.__mro__], Animal.kinds)
print(isinstance(LoudDog("a", 1), Animal), issubclass(Dog, Loud))
try:
    class Broken(Animal, Dog):
        pass
except TypeError as error:
    print(error)
