def c():
    z = 3
    return z

def b():
    y = c()
    return y

def a():
    x = b()
    return x

print(a())
# lesson:en: Last in, first out
# lesson:en: While a waits for b, and b for c, all three frames are on the stack. The one that came last leaves first.
# lesson:ko: 나중에 들어온 것이 먼저 나간다
# lesson:ko: a는 b를, b는 c를 기다리는 동안 프레임 세 개가 모두 스택에 있습니다. 맨 나중에 들어온 프레임이 맨 먼저 나갑니다.
# picture: 3
# detail: objects
# at line 10:
# lesson:en: Only a has been called. Its frame is on top of the stack.
# lesson:ko: 지금은 a만 호출되었고, a의 프레임이 스택의 맨 위에 있습니다.
# at line 6:
# lesson:en: b was called from a. The frame of a stays below and waits at line 10.
# lesson:ko: a에서 b를 호출했습니다. a의 프레임은 아래에 남아 10행에서 기다립니다.
# at line 3:
# lesson:en: Three calls deep: c runs, b and a wait. Only the frame on top of the stack runs. The timeline shows the same three calls as bars, each below the one that called it.
# lesson:ko: 호출이 세 겹입니다. c가 실행 중이고 b와 a는 기다립니다. 스택의 맨 위에 있는 프레임만 실행됩니다. 타임라인에도 이 호출 셋이 막대로 보이며, 부른 쪽의 막대 아래에 놓입니다.
# ask:en: Which frame goes first?
# ask:ko: 어느 프레임이 먼저 사라질까요?
# answer:en: a, because it came first.
# answer:en: All three at once, when the program ends.
# answer:en:* c, because it came last.
# answer:ko: 먼저 들어온 a의 프레임
# answer:ko: 프로그램이 끝날 때 세 프레임이 한꺼번에
# answer:ko:* 나중에 들어온 c의 프레임
# why:en: A stack gives back last what it got first. b can go on only when c has returned, and a only when b has.
# why:ko: 스택에서는 나중에 들어온 것이 먼저 나갑니다. c가 반환해야 b가 이어지고, b가 반환해야 a가 이어집니다.
# at line 7:
# lesson:en: c is gone, b goes on with the object that c returned. The same object now has the name y; nothing was copied.
# lesson:ko: c의 프레임은 사라졌고, b는 c가 반환한 객체로 이어집니다. 같은 객체에 이제 이름 y가 붙었습니다. 복사된 것은 없습니다.
# at return from line 7:
# lesson:en: b has its result and is about to hand it on. Its frame is still there.
# lesson:ko: b의 결과가 정해져 이제 돌려주려 합니다. b의 프레임은 아직 있습니다.
# predict: frame
# at line 11:
# lesson:en: Only a is left above the module. It was called first, and leaves last. Edit a copy: what if line 3 is return z / 0? Which frame goes first then?
# lesson:ko: 모듈 위에는 a만 남았습니다. 맨 먼저 불렸지만 맨 나중에 나갑니다. 사본을 고쳐 보세요. 3행이 return z / 0이라면 어느 프레임이 먼저 사라질까요?
