def add():
    a = 10
    b = 20
    return a + b

total = add()
print(total)
# lesson:en: A call makes a frame
# lesson:en: Each call of a function gets a frame on the stack, and the function's names live in it. The objects the names refer to do not: they are in the heap, and names only refer to them.
# lesson:ko: 함수를 부르면 프레임이 생긴다
# lesson:ko: 함수를 부를 때마다 스택에 프레임이 하나 생기고, 함수의 이름들은 그 안에 있습니다. 이름이 가리키는 객체는 프레임 안에 있지 않습니다. 객체는 힙에 있고, 이름은 객체를 가리킬 뿐입니다.
# picture: 4
# detail: objects
# boxes: all
# hint:en: Press → to run line 4. What will happen to a and b?
# hint:ko: →를 누르면 4행이 실행됩니다. a와 b는 어떻게 될까요?
# at line 2:
# lesson:en: add was called, and its frame lies on top of the stack. It has no names yet: line 2 has not run.
# lesson:ko: add 호출로 프레임이 생겨 스택의 맨 위에 놓였습니다. 2행이 아직 실행되지 않아 프레임에는 이름이 없습니다.
# at line 3:
# lesson:en: Name a is in the frame. It refers to the object 10; the object itself is not in the frame. The sign ∞ says that this small number is shared and never released.
# lesson:ko: 이름 a는 프레임 안에 있고, 객체 10을 가리킵니다. 객체 자체는 프레임 안에 있지 않습니다. ∞ 표시는 이 작은 정수가 공유되며 해제되지 않는다는 뜻입니다.
# at line 4:
# lesson:en: Both names are there. Line 4 is about to run: the addition makes or finds the object 30, and add hands it back.
# lesson:ko: 이제 두 이름이 모두 있습니다. 곧 4행이 실행되면 덧셈의 결과인 객체 30이 호출한 쪽으로 반환됩니다.
# ask:en: What will happen to a and b when add has returned?
# ask:ko: add 호출이 끝나면 a와 b는 어떻게 될까요?
# answer:en: They stay, with the value 30.
# answer:en:* They go with the frame; the objects 10 and 20 stay.
# answer:en: They go, and the objects 10 and 20 are released.
# answer:ko: 값 30을 가진 채 남습니다.
# answer:ko:* 프레임과 함께 사라지고, 객체 10과 20은 남습니다.
# answer:ko: 사라지고, 객체 10과 20도 해제됩니다.
# why:en: Names belong to the frame, so they go with it. Objects belong to the heap; 10 and 20 are small numbers that CPython keeps for ever. Press → to see the frame leave its outline.
# why:ko: 이름은 프레임의 것이므로 프레임과 함께 사라집니다. 객체는 힙의 것이며, 10과 20 같은 작은 정수는 CPython이 늘 가지고 있습니다. →를 누르면 프레임이 윤곽만 남기고 사라지는 것을 볼 수 있습니다.
# at line 7:
# lesson:en: The frame of add is gone, and the names a and b with it. The object 30 came back as the result, and total refers to it. Edit a copy: what if add takes a and b as parameters, and line 6 calls add(10, 20)?
# lesson:ko: add의 프레임이 사라졌고, 이름 a와 b도 함께 사라졌습니다. 객체 30은 결과로 반환되어 이제 total이 가리킵니다. 사본을 고쳐 보세요. add가 매개변수로 a와 b를 받고 6행에서 add(10, 20)을 부르면 어떻게 될까요?
