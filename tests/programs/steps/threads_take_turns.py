import threading

done = []
lock = threading.Lock()


def work(name):
    for i in range(2):
        with lock:
            done.append((name, i))


threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(done))
