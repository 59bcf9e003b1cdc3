with open('f', 'w') as f: f.write('x' * 10)
print(open('f').read())
