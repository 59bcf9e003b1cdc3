class Student:
    def __init__(self, name, grade, points):
        self.name = name
        self.grade = grade
        self.points = points


students = []
for name, grade, points in [("Ann", 1, 71), ("Ben", 2, 88), ("Cho", 1, 93), ("Dan", 3, 65), ("Eve", 2, 79)]:
    students.append(Student(name, grade, points))
students.sort(key=lambda student: -student.points)
best = students[0]
best.points += 5
passed = [student for student in students if student.points >= 75]
print([student.name for student in passed])
