log = []

class Order:
    def __init__(self, number):
        self.number = number
        self.items = ["tea", "milk"]

def handle(number):
    order = Order(number)
    log.append(order)
    return order.number

for n in range(4):
    print("handled", handle(n))
print(len(log), "orders are still here")
# lesson:en: Memory that stays
# lesson:en: Python releases what nothing refers to. What something still refers to stays, needed or not. A leak in Python is an arrow that was forgotten.
# lesson:ko: 남아 있는 메모리
# lesson:ko: 파이썬은 가리키는 것이 없는 객체를 해제합니다. 아직 가리키는 것이 있으면 필요하든 아니든 남습니다. 파이썬에서 메모리 누수란 잊고 남겨 둔 화살표입니다.
# picture: 11
# detail: objects
# at line 10:
# lesson:en: handle has made an order; so far only the name order refers to it. Line 10 is about to append it to log.
# lesson:ko: handle이 주문을 만들었습니다. 아직은 이름 order만 주문을 가리킵니다. 곧 10행이 주문을 log에 덧붙입니다.
# predict: count
# at line 11:
# lesson:en: Two arrows lead to the order: from the name order in the frame, and from the list log.
# lesson:ko: 주문으로 가는 화살표가 둘입니다. 하나는 프레임의 이름 order에서, 하나는 리스트 log에서 옵니다.
# at line 13:2:
# lesson:en: The call is over and its frame gone, but the order is still there: log refers to it.
# lesson:ko: 호출이 끝나 프레임은 사라졌지만 주문은 그대로 있습니다. log가 가리키고 있습니다.
# at line 15:
# lesson:en: All four orders were handled. Nobody will look at them again. In the window the Garbage tab tells by line what stays, and who keeps it.
# lesson:ko: 주문 네 개를 모두 처리했습니다. 다시 볼 일은 없습니다. 창의 쓰레기 탭에 무엇이 어느 행에서 만들어져 남아 있는지, 무엇 때문에 남는지 나옵니다.
# instrument: garbage
# ask:en: Why are they all still alive?
# ask:ko: 왜 모두 남아 있을까요?
# answer:en: Because the collector has not run yet.
# answer:en: Because objects of classes are never released.
# answer:en:* Because the list log refers to each of them.
# answer:ko: 순환 GC가 아직 실행되지 않았으므로
# answer:ko: 클래스의 객체는 해제되지 않으므로
# answer:ko:* 리스트 log가 하나하나를 가리키므로
# why:en: They are reachable: log leads to them. Python cannot know that nobody needs them. Select an order and look who refers to it. Edit a copy: what if line 10 appends order.number instead?
# why:ko: log를 거쳐 갈 수 있는 객체들입니다. 필요 없다는 것을 파이썬은 알 수 없습니다. 주문을 하나 골라 무엇이 가리키는지 보세요. 사본을 고쳐 보세요. 10행에서 order.number를 덧붙이면 어떻게 될까요?
