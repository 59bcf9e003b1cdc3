import sys

def down(n):
    return down(n + 1)

sys.setrecursionlimit(40)
try:
    down(1)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(1000)
print("still here")
# lesson:en: The stack has a limit
# lesson:en: Each call that has not returned keeps its frame. A function that calls itself without end fills the stack; Python stops it with an exception before memory runs out.
# lesson:ko: 스택에는 한계가 있다
# lesson:ko: 아직 반환하지 않은 호출은 저마다 프레임을 차지합니다. 끝없이 자기 자신을 부르는 함수는 스택을 채웁니다. 메모리가 다 차기 전에 파이썬이 예외를 일으켜 멈춥니다.
# picture: 4
# detail: objects
# at line 4:
# lesson:en: The first call of down. For this lesson line 6 set the limit to 40 calls; usually it is 1000.
# lesson:ko: down의 첫 호출입니다. 이 학습에서는 6행에서 한계를 호출 40번으로 낮추었습니다. 보통은 1000번입니다.
# at line 4:20:
# lesson:en: Twenty frames of the same function. Each has a name n of its own, and all but the one on top wait at line 4. In the window the map of memory has a gauge: how many of the 40 calls are in use, and how many bytes.
# lesson:ko: 같은 함수의 프레임이 스무 개입니다. 저마다 자기 이름 n을 가지고 있고, 맨 위의 것을 뺀 나머지는 모두 4행에서 기다립니다. 창의 메모리 지도에는 호출 40번 가운데 몇 번을 썼는지, 몇 바이트인지 보여 주는 게이지가 있습니다.
# instrument: map
# ask:en: down never returns by itself. How will this end?
# ask:ko: down은 스스로 반환하지 않습니다. 어떻게 끝날까요?
# answer:en: The oldest frame is dropped to make room.
# answer:en:* With an exception, when the limit is reached.
# answer:en: Never: the stack grows for ever.
# answer:ko: 자리를 만들려고 가장 오래된 프레임을 버립니다.
# answer:ko:* 한계에 이르면 예외가 일어납니다.
# answer:ko: 끝나지 않습니다. 스택은 끝없이 자랍니다.
# why:en: A call beyond the limit raises RecursionError instead of making one more frame.
# why:ko: 한계를 넘는 호출은 프레임을 하나 더 만드는 대신 RecursionError를 일으킵니다.
# at line 10:
# lesson:en: The exception left every frame of down, the last one first, until line 9 caught it. The stack is as it was before line 8.
# lesson:ko: 예외는 나중에 생긴 것부터 차례로 down의 모든 프레임을 빠져나와 9행에서 잡혔습니다. 스택은 8행을 실행하기 전과 같습니다.
# at line 12:
# lesson:en: The program goes on. Edit a copy: let down return when n is 10. Which frame goes first then?
# lesson:ko: 프로그램은 계속됩니다. 사본을 고쳐 보세요. n이 10일 때 반환하게 하면 어느 프레임이 먼저 사라질까요?
