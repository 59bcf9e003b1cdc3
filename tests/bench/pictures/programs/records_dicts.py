people = [
    {"name": "Kim", "age": 31, "city": "Seoul"},
    {"name": "Lee", "age": 25, "city": "Busan"},
    {"name": "Park", "age": 47, "city": "Seoul"},
    {"name": "Choi", "age": 19, "city": "Jeju"},
]
for person in people:
    person["age"] += 1
by_city = {}
for person in people:
    by_city.setdefault(person["city"], []).append(person)
oldest = max(people, key=lambda person: person["age"])
oldest["name"] = "PARK"
print(by_city)
