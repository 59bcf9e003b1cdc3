<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>memtape::Actions</name>
    <message>
        <source>New program</source>
        <translation>새 프로그램</translation>
    </message>
    <message>
        <source>Open a program or recording…</source>
        <translation>프로그램이나 기록 열기…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Save the program</source>
        <translation>프로그램 저장</translation>
    </message>
    <message>
        <source>Save the program as…</source>
        <translation>프로그램을 다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Save the recording…</source>
        <translation>기록 저장…</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>A folder of your own lessons…</source>
        <translation>직접 만든 학습의 폴더…</translation>
    </message>
    <message>
        <source>A new lesson, from a template</source>
        <translation>본보기로 새 학습 만들기</translation>
    </message>
    <message>
        <source>Check the lesson</source>
        <translation>학습 검사</translation>
    </message>
    <message>
        <source>Record the program, or stop recording</source>
        <translation>프로그램 기록 또는 기록 중지</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Record short programs while typing</source>
        <translation>입력하는 동안 짧은 프로그램을 저절로 기록</translation>
    </message>
    <message>
        <source>Folders of packages</source>
        <translation>패키지 폴더</translation>
    </message>
    <message>
        <source>Limits of a recording…</source>
        <translation>기록의 한도…</translation>
    </message>
    <message>
        <source>Find in the program</source>
        <translation>프로그램에서 찾기</translation>
    </message>
    <message>
        <source>Set or remove a breakpoint</source>
        <translation>중단점 설정 또는 해제</translation>
    </message>
    <message>
        <source>Go to the program text</source>
        <translation>프로그램 편집으로 이동</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>첫 단계</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>한 단계 뒤로</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Step, into calls</source>
        <translation>한 단계 앞으로, 호출 안으로</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Step over calls</source>
        <translation>호출을 한 단계로 실행</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>통째로</translation>
    </message>
    <message>
        <source>Step back over calls</source>
        <translation>호출을 한 단계로 되돌리기</translation>
    </message>
    <message>
        <source>Step out of the call</source>
        <translation>호출 밖으로</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>밖으로</translation>
    </message>
    <message>
        <source>Step back out of the call</source>
        <translation>호출 밖으로 되돌아가기</translation>
    </message>
    <message>
        <source>Next part of the line</source>
        <translation>행의 다음 부분</translation>
    </message>
    <message>
        <source>Previous part of the line</source>
        <translation>행의 이전 부분</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>마지막 단계</translation>
    </message>
    <message>
        <source>Play, or pause</source>
        <translation>재생 또는 일시 정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Play backwards</source>
        <translation>거꾸로 재생</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>빠르게</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>느리게</translation>
    </message>
    <message>
        <source>Go to a step…</source>
        <translation>단계로 이동…</translation>
    </message>
    <message>
        <source>Find in time…</source>
        <translation>시간에서 찾기…</translation>
    </message>
    <message>
        <source>Next found step</source>
        <translation>찾은 다음 단계</translation>
    </message>
    <message>
        <source>Previous found step</source>
        <translation>찾은 이전 단계</translation>
    </message>
    <message>
        <source>Watch a value through the run…</source>
        <translation>실행 내내 값 지켜보기…</translation>
    </message>
    <message>
        <source>Run to the cursor's line</source>
        <translation>커서가 있는 행까지 실행</translation>
    </message>
    <message>
        <source>Next breakpoint</source>
        <translation>다음 중단점</translation>
    </message>
    <message>
        <source>Previous breakpoint</source>
        <translation>이전 중단점</translation>
    </message>
    <message>
        <source>Next change of the selected row or object</source>
        <translation>선택한 행이나 객체의 다음 변경</translation>
    </message>
    <message>
        <source>Previous change of the selected row or object</source>
        <translation>선택한 행이나 객체의 이전 변경</translation>
    </message>
    <message>
        <source>Back to where you jumped from</source>
        <translation>이동하기 전 위치로</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>다시 앞으로</translation>
    </message>
    <message>
        <source>Predict: ask what will happen</source>
        <translation>예측: 무슨 일이 일어날지 묻기</translation>
    </message>
    <message>
        <source>Draw it: the arrows of this step</source>
        <translation>그려 보기: 이 단계의 화살표</translation>
    </message>
    <message>
        <source>Names only</source>
        <translation>이름만</translation>
    </message>
    <message>
        <source>names</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Values and types</source>
        <translation>값과 타입</translation>
    </message>
    <message>
        <source>values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Objects and their counts</source>
        <translation>객체와 참조 횟수</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>Addresses and bytes</source>
        <translation>주소와 바이트</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>Draw every object as a box</source>
        <translation>모든 객체를 상자로 그리기</translation>
    </message>
    <message>
        <source>Draw trees across</source>
        <translation>트리를 가로로 그리기</translation>
    </message>
    <message>
        <source>Show what moves in a step</source>
        <translation>스텝에서 움직이는 것을 보여 주기</translation>
    </message>
    <message>
        <source>Newest frame first</source>
        <translation>최근 프레임을 맨 위에</translation>
    </message>
    <message>
        <source>Follow the running frame</source>
        <translation>실행 중인 프레임 따라가기</translation>
    </message>
    <message>
        <source>Search the heap</source>
        <translation>힙에서 찾기</translation>
    </message>
    <message>
        <source>Garbage, and what stays</source>
        <translation>쓰레기와 남는 것</translation>
    </message>
    <message>
        <source>Map of memory</source>
        <translation>메모리 지도</translation>
    </message>
    <message>
        <source>Compare with another step or run</source>
        <translation>다른 단계나 실행과 비교</translation>
    </message>
    <message>
        <source>Show hidden objects again</source>
        <translation>숨긴 객체 다시 보기</translation>
    </message>
    <message>
        <source>Fit the whole picture</source>
        <translation>그림 전체 맞추기</translation>
    </message>
    <message>
        <source>Back to normal size</source>
        <translation>원래 크기로</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>범례</translation>
    </message>
    <message>
        <source>Select the next object</source>
        <translation>다음 객체 선택</translation>
    </message>
    <message>
        <source>Select the previous object</source>
        <translation>이전 객체 선택</translation>
    </message>
    <message>
        <source>Show what the step changed out of sight</source>
        <translation>보이지 않는 곳에서 바뀐 객체 보기</translation>
    </message>
    <message>
        <source>Export the picture…</source>
        <translation>그림 내보내기…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>그림으로 복사</translation>
    </message>
    <message>
        <source>Print the picture…</source>
        <translation>그림 인쇄…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>The guide, on what has the focus</source>
        <translation>안내서에서 지금 보는 부분 찾기</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>모든 키를 한 장에</translation>
    </message>
    <message>
        <source>Class view: larger, and only what a class needs</source>
        <translation>수업 보기: 더 크게, 수업에 필요한 것만</translation>
    </message>
    <message>
        <source>Spotlight around the pointer</source>
        <translation>포인터 둘레에 스포트라이트</translation>
    </message>
    <message>
        <source>Fold the timeline</source>
        <translation>타임라인 접기</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>검사기</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>글자 작게</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>데스크톱 설정대로</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
</context>
<context>
    <name>memtape::AnimationFields</name>
    <message>
        <source>%1 steps in %2 seconds</source>
        <translation>%1단계, %2초</translation>
    </message>
    <message>
        <source>How long each step is shown</source>
        <translation>한 단계를 보이는 시간</translation>
    </message>
    <message>
        <source> s a step</source>
        <translation>초/단계</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>1초의 프레임 수</translation>
    </message>
    <message>
        <source> frames a second</source>
        <translation>프레임/초</translation>
    </message>
    <message>
        <source>What changes is seen moving</source>
        <translation>바뀌는 것을 움직여 보이기</translation>
    </message>
</context>
<context>
    <name>memtape::BasisWords</name>
    <message>
        <source>An object keeps its type.</source>
        <translation>객체의 타입은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>What an object stands for is the language's affair.</source>
        <translation>객체가 무엇을 나타내는지는 언어가 정합니다.</translation>
    </message>
    <message>
        <source>An object stays while the program can still reach it.</source>
        <translation>프로그램이 도달할 수 있는 동안 객체는 남아 있습니다.</translation>
    </message>
    <message>
        <source>What no name leads to any more cannot be used again.</source>
        <translation>어느 이름으로도 갈 수 없는 객체는 다시 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Who refers to whom is said by the program.</source>
        <translation>무엇이 무엇을 가리키는지는 프로그램이 정합니다.</translation>
    </message>
    <message>
        <source>The name is the only way that leads there.</source>
        <translation>그 이름이 그곳으로 가는 유일한 길입니다.</translation>
    </message>
    <message>
        <source>What a call awaits is said by the program.</source>
        <translation>호출이 무엇을 기다리는지는 프로그램이 정합니다.</translation>
    </message>
    <message>
        <source>Names, values and lines are the program's.</source>
        <translation>이름과 값과 행은 프로그램의 것입니다.</translation>
    </message>
    <message>
        <source>How many bytes an object takes is not said by the language.</source>
        <translation>객체가 몇 바이트를 차지하는지는 언어가 정하지 않습니다.</translation>
    </message>
    <message>
        <source>Containers take more room than they need, by rules of their own.</source>
        <translation>컨테이너는 자기 규칙에 따라 필요한 것보다 넉넉히 자리를 잡습니다.</translation>
    </message>
    <message>
        <source>Counting references is one way to know when an object can go.</source>
        <translation>참조 횟수를 세는 것은 객체를 언제 없애도 되는지 아는 한 방법입니다.</translation>
    </message>
    <message>
        <source>Each reference counts once; what only the implementation holds counts too.</source>
        <translation>참조마다 하나로 셉니다. 구현만 가지고 있는 참조도 셉니다.</translation>
    </message>
    <message>
        <source>What would go at once or with the next collection, and its bytes.</source>
        <translation>바로, 또는 다음 순환 GC 수거 때 없어질 것들과 그 바이트 수입니다.</translation>
    </message>
    <message>
        <source>How the cycle collector sorts objects by age.</source>
        <translation>순환 GC가 객체를 나이에 따라 나누는 방법입니다.</translation>
    </message>
    <message>
        <source>A count that is not 0 keeps an object, reachable or not.</source>
        <translation>도달할 수 있든 없든, 참조 횟수가 0이 아니면 객체는 남습니다.</translation>
    </message>
    <message>
        <source>When cycles are looked for, and what is taken then.</source>
        <translation>언제 순환을 찾고 그때 무엇을 수거하는지입니다.</translation>
    </message>
    <message>
        <source>How full a generation gets before it is looked through.</source>
        <translation>세대가 얼마나 차면 살펴보는지입니다.</translation>
    </message>
    <message>
        <source>Sums of the sizes of objects.</source>
        <translation>객체 크기의 합입니다.</translation>
    </message>
    <message>
        <source>Sums of the sizes of objects, step by step.</source>
        <translation>단계마다 객체 크기의 합입니다.</translation>
    </message>
    <message>
        <source>An object is released when its count reaches 0, or by the collector.</source>
        <translation>객체는 참조 횟수가 0이 될 때, 또는 순환 GC가 해제합니다.</translation>
    </message>
    <message>
        <source>Where an object lies is Memtape's own allocator's choice; the rules by which it chooses are the implementation's.</source>
        <translation>객체가 놓이는 곳은 Memtape의 할당기가 정합니다. 정하는 규칙은 구현의 것입니다.</translation>
    </message>
    <message>
        <source>Steps are Memtape's way to number the moments of a run.</source>
        <translation>단계는 실행의 순간에 번호를 매기는 Memtape의 방법입니다.</translation>
    </message>
    <message>
        <source>Counted from what was made since the last collection; the implementation's own counter also sees what it keeps for use again.</source>
        <translation>마지막 수거 뒤에 만들어진 것을 센 값입니다. 구현의 계수기는 다시 쓰려고 남겨 둔 것도 봅니다.</translation>
    </message>
    <message>
        <source>Which objects of two runs are the same one is a guess, by line, type and order of birth.</source>
        <translation>두 실행의 어느 객체가 같은 것인지는 행, 타입, 만들어진 순서로 짐작한 것입니다.</translation>
    </message>
</context>
<context>
    <name>memtape::Canvas</name>
    <message>
        <source>name removed</source>
        <translation>이름 삭제</translation>
    </message>
    <message>
        <source>Call stack</source>
        <translation>호출 스택</translation>
    </message>
    <message>
        <source>Call stack (%1 frames)</source>
        <translation>호출 스택 (%1 프레임)</translation>
    </message>
    <message>
        <source>Heap</source>
        <translation>힙</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>호출 %1 / %2</translation>
    </message>
    <message>
        <source>1 object of this program</source>
        <translation>이 프로그램의 객체 1개</translation>
    </message>
    <message>
        <source>%1 objects of this program</source>
        <translation>이 프로그램의 객체 %1개</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>only %1 drawn as boxes</source>
        <translation>상자로 그린 객체는 %1개뿐</translation>
    </message>
    <message>
        <source>marks: what differs</source>
        <translation>표시: 달라진 것</translation>
    </message>
    <message>
        <source>The heap figure counts what this program made: not what was there before its first line, and not the memory of the process. Click to list what is counted.</source>
        <translation>힙 숫자는 이 프로그램이 만든 것만 셉니다. 첫 행 이전부터 있던 것과 프로세스 전체의 메모리는 세지 않습니다. 누르면 무엇을 세었는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Stack and heap</source>
        <translation>스택과 힙</translation>
    </message>
    <message>
        <source>No name refers to an object here.</source>
        <translation>여기에는 이름이 가리키는 객체가 없습니다.</translation>
    </message>
    <message>
        <source>No object has a box here yet: small and shared ones are drawn where they are referred to.</source>
        <translation>아직 상자로 그려진 객체가 없습니다. 작은 객체와 공유되는 객체는 그것을 가리키는 자리에 그려집니다.</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>기록 중…</translation>
    </message>
    <message>
        <source>The program cannot run until its syntax error is mended.</source>
        <translation>문법 오류를 고쳐야 프로그램을 실행할 수 있습니다.</translation>
    </message>
    <message>
        <source>Press F5 to record this program.</source>
        <translation>F5를 누르면 이 프로그램을 기록합니다.</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>%1 changed out of sight: %2</source>
        <translation>보이지 않는 곳에서 %1개 바뀜: %2</translation>
    </message>
    <message>
        <source>Each tile is an object: click to inspect it, double-click to draw it as a box</source>
        <translation>칸 하나가 객체 하나입니다. 누르면 자세히 보고, 두 번 누르면 상자로 그립니다</translation>
    </message>
    <message>
        <source>Unreachable but alive: no name leads here any more, yet references inside the cycle keep the count above 0. Only the cycle collector can take it.</source>
        <translation>도달 불가, 아직 살아 있음: 여기로 이어지는 이름은 없지만 순환 안의 참조 때문에 참조 횟수가 0이 되지 않습니다. 순환 GC만이 수거할 수 있습니다.</translation>
    </message>
    <message>
        <source>Click to inspect, drag to pin</source>
        <translation>클릭하면 자세히 보기, 끌면 자리 고정</translation>
    </message>
    <message>
        <source>language: these names are the keys of a dict. The dict lies in the heap and outlives every call.</source>
        <translation>언어: 이 이름들은 dict의 키입니다. dict는 힙에 있으며 어떤 호출보다도 오래 삽니다.</translation>
    </message>
    <message>
        <source>language: the call is over without a result. The exception's traceback keeps its frame, and with it its names, as objects in the heap.</source>
        <translation>언어: 호출이 결과 없이 끝났습니다. 예외의 traceback이 이 프레임과 그 안의 이름들을 힙의 객체로 붙잡아 둡니다.</translation>
    </message>
    <message>
        <source>language: the call is over. Its names are gone; the objects they referred to stay while something else refers to them.</source>
        <translation>언어: 호출이 끝나 이름들이 사라졌습니다. 이름이 가리키던 객체는 다른 참조가 있는 동안 남습니다.</translation>
    </message>
    <message>
        <source>language: each thread has a stack of its own; all of them share one heap and the global names.</source>
        <translation>언어: 스레드마다 스택이 따로 있고, 힙과 전역 이름은 함께 씁니다.</translation>
    </message>
    <message>
        <source>Click to show every frame</source>
        <translation>클릭하면 모든 프레임을 펼칩니다</translation>
    </message>
    <message>
        <source>%1 B (model)</source>
        <translation>%1 B (모델)</translation>
    </message>
    <message>
        <source>top of the stack</source>
        <translation>스택의 맨 위</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1행</translation>
    </message>
    <message>
        <source>a tile is %1 objects</source>
        <translation>칸 하나가 객체 %1개</translation>
    </message>
    <message>
        <source>small or shared object, drawn in place</source>
        <translation>작거나 공유되는 객체 (제자리에 표시)</translation>
    </message>
    <message>
        <source>immortal: never released, not counted</source>
        <translation>불멸: 세지 않으며 해제되지 않음</translation>
    </message>
    <message>
        <source>object in the heap</source>
        <translation>힙에 있는 객체</translation>
    </message>
    <message>
        <source>refers to</source>
        <translation>가리킴 (참조)</translation>
    </message>
    <message>
        <source>reference of the running frame</source>
        <translation>실행 중인 프레임의 참조</translation>
    </message>
    <message>
        <source>weak reference: does not count</source>
        <translation>약한 참조: 세지 않음</translation>
    </message>
    <message>
        <source>made by the line just run</source>
        <translation>방금 실행한 행이 만듦</translation>
    </message>
    <message>
        <source>changed by the line just run</source>
        <translation>방금 실행한 행이 바꿈</translation>
    </message>
    <message>
        <source>released by the line just run</source>
        <translation>방금 실행한 행이 해제함</translation>
    </message>
    <message>
        <source>unreachable but alive</source>
        <translation>도달 불가 (아직 살아 있음)</translation>
    </message>
    <message>
        <source>frame that has just gone</source>
        <translation>방금 사라진 프레임</translation>
    </message>
    <message>
        <source>not there at what is compared with</source>
        <translation>비교하는 쪽에는 없음</translation>
    </message>
    <message>
        <source>otherwise at what is compared with</source>
        <translation>비교하는 쪽과 다름</translation>
    </message>
    <message>
        <source>many like objects, a tile for each</source>
        <translation>같은 종류의 객체 여럿, 칸 하나가 객체 하나</translation>
    </message>
    <message>
        <source>several references</source>
        <translation>참조 여러 개</translation>
    </message>
    <message>
        <source>CPython 3.13: Python frames lie in chunks of the interpreter's own memory, not on the machine's C stack.</source>
        <translation>CPython 3.13: Python 프레임은 기계의 C 스택이 아니라 인터프리터가 따로 가진 메모리 덩어리에 있습니다.</translation>
    </message>
    <message>
        <source>CPython 3.13: released at the moment its count reached 0. The block of memory is reusable.</source>
        <translation>CPython 3.13: 참조 횟수가 0이 된 순간 해제되었습니다. 메모리 블록은 재사용할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>memtape::CanvasMenu</name>
    <message>
        <source>Watch %1</source>
        <translation>%1 지켜보기</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>자세히 보기</translation>
    </message>
    <message>
        <source>Go to the step that made it</source>
        <translation>이 객체가 만들어진 단계로</translation>
    </message>
    <message>
        <source>Go to its previous change</source>
        <translation>이전에 바뀐 단계로</translation>
    </message>
    <message>
        <source>Go to its next change</source>
        <translation>다음에 바뀌는 단계로</translation>
    </message>
    <message>
        <source>Show more of it</source>
        <translation>내용 더 보기</translation>
    </message>
    <message>
        <source>Put it back where it stood</source>
        <translation>원래 자리로 되돌리기</translation>
    </message>
    <message>
        <source>Hide this object</source>
        <translation>이 객체 숨기기</translation>
    </message>
    <message>
        <source>Hide every %1</source>
        <translation>%1 객체 모두 숨기기</translation>
    </message>
    <message>
        <source>Draw as a box</source>
        <translation>상자로 그리기</translation>
    </message>
    <message>
        <source>As fits best</source>
        <translation>알맞게 자동으로</translation>
    </message>
    <message>
        <source>Cells side by side</source>
        <translation>칸을 옆으로 나란히</translation>
    </message>
    <message>
        <source>A cell on each line</source>
        <translation>한 줄에 한 칸씩</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>접어 두기</translation>
    </message>
    <message>
        <source>Form of this object</source>
        <translation>이 객체의 모양</translation>
    </message>
    <message>
        <source>Form of every %1</source>
        <translation>모든 %1 객체의 모양</translation>
    </message>
    <message>
        <source>Fold the middle of the stack</source>
        <translation>스택의 가운데 접기</translation>
    </message>
    <message>
        <source>Put opened objects back</source>
        <translation>열어 둔 객체 다시 넣기</translation>
    </message>
    <message>
        <source>Show hidden objects again</source>
        <translation>숨긴 객체 다시 보기</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>글로 복사</translation>
    </message>
</context>
<context>
    <name>memtape::ClassOverlay</name>
    <message>
        <source>step %1 / %2</source>
        <translation>%1 / %2 단계</translation>
    </message>
</context>
<context>
    <name>memtape::ClosingPage</name>
    <message>
        <source>All lessons</source>
        <translation>모든 학습</translation>
    </message>
    <message>
        <source>What the article simplifies</source>
        <translation>글에서 간단히 넘어간 것들</translation>
    </message>
</context>
<context>
    <name>memtape::CodeEditor</name>
    <message>
        <source>Line %1 has run %2 times up to this step</source>
        <translation>이 단계까지 %1행이 %2번 실행되었습니다</translation>
    </message>
</context>
<context>
    <name>memtape::CodePanel</name>
    <message>
        <source>Edit a copy</source>
        <translation>사본 편집</translation>
    </message>
    <message>
        <source>Find in the program</source>
        <translation>프로그램에서 찾기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Program text</source>
        <translation>프로그램 본문</translation>
    </message>
    <message>
        <source>recording…</source>
        <translation>기록 중…</translation>
    </message>
    <message>
        <source>edited since recorded</source>
        <translation>기록 후 수정됨</translation>
    </message>
    <message>
        <source>recorded; %1</source>
        <translation>기록됨 · %1</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>기록됨</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>기록 없음</translation>
    </message>
    <message>
        <source>Edited since recorded; this picture is of the old program.</source>
        <translation>기록한 뒤 수정되었습니다. 이 그림은 수정 전 프로그램의 것입니다.</translation>
    </message>
</context>
<context>
    <name>memtape::CompareView</name>
    <message>
        <source>Programs of different languages cannot be compared.</source>
        <translation>서로 다른 언어의 프로그램은 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>The recording has no steps.</source>
        <translation>이 기록에는 단계가 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be compared: %2</source>
        <translation>비교할 수 없음: %1. %2</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>다시 비교</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Nothing recorded yet.</source>
        <translation>아직 기록한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Stopped before it was done.</source>
        <translation>끝나기 전에 중지했습니다.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>비교하는 중…</translation>
    </message>
    <message>
        <source>There is nothing to compare with.</source>
        <translation>비교할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>비교 대상</translation>
    </message>
    <message>
        <source>at step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Step to compare with</source>
        <translation>비교할 단계</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>달라진 것</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>이 실행</translation>
    </message>
    <message>
        <source>Compare with another step of this run</source>
        <translation>이 실행의 다른 단계와 비교</translation>
    </message>
    <message>
        <source>the one before</source>
        <translation>앞 기록</translation>
    </message>
    <message>
        <source>Compare with the recording before this one, of the same program or before an edit</source>
        <translation>같은 프로그램의, 또는 고치기 전의 앞 기록과 비교</translation>
    </message>
    <message>
        <source>a file…</source>
        <translation>파일…</translation>
    </message>
    <message>
        <source>Compare with a saved recording</source>
        <translation>저장한 기록과 비교</translation>
    </message>
    <message>
        <source>Compare with a saved recording (now: %1)</source>
        <translation>저장한 기록과 비교 (지금: %1)</translation>
    </message>
    <message>
        <source>first</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>The first step</source>
        <translation>첫 단계</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>The marked step</source>
        <translation>표시한 단계</translation>
    </message>
    <message>
        <source>same</source>
        <translation>같은</translation>
    </message>
    <message>
        <source>The step of the same number</source>
        <translation>같은 번호의 단계</translation>
    </message>
    <message>
        <source>last</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>The last step</source>
        <translation>마지막 단계</translation>
    </message>
</context>
<context>
    <name>memtape::ComparisonWords</name>
    <message>
        <source>Calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>생긴 것</translation>
    </message>
    <message>
        <source>Went</source>
        <translation>없어진 것</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>바뀐 것</translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation>… %1개 더</translation>
    </message>
    <message>
        <source>made by line %1</source>
        <translation>%1행이 만듦</translation>
    </message>
    <message>
        <source>%1 → nothing</source>
        <translation>%1 → 없음</translation>
    </message>
    <message>
        <source>%1 → another %2</source>
        <translation>%1 → 다른 %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>전에는 %1</translation>
    </message>
    <message>
        <source>%1 → %2 bytes</source>
        <translation>%1 → %2바이트</translation>
    </message>
    <message>
        <source>… %1 more parts</source>
        <translation>… 부분 %1개 더</translation>
    </message>
    <message>
        <source>%1 came, %2 went, %3 changed, %4 alike</source>
        <translation>생김 %1, 없어짐 %2, 바뀜 %3, 같음 %4</translation>
    </message>
    <message>
        <source>From step %1 to step %2: %3</source>
        <translation>단계 %1에서 단계 %2까지: %3</translation>
    </message>
    <message>
        <source>From step %1 of the other run to step %2 of this one: %3</source>
        <translation>다른 실행의 단계 %1에서 이 실행의 단계 %2까지: %3</translation>
    </message>
    <message>
        <source>not there at step %1</source>
        <translation>단계 %1에는 없음</translation>
    </message>
    <message>
        <source>not there in the other run</source>
        <translation>다른 실행에는 없음</translation>
    </message>
    <message>
        <source>otherwise at step %1</source>
        <translation>단계 %1과 다름</translation>
    </message>
    <message>
        <source>otherwise in the other run</source>
        <translation>다른 실행과 다름</translation>
    </message>
</context>
<context>
    <name>memtape::DiskChanges</name>
    <message>
        <source>%1 is no longer on the disk; its text is here only.</source>
        <translation>%1: 파일이 디스크에서 사라졌습니다. 이제 내용은 이 창에만 있습니다.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>%1 was changed on the disk by another program, and here by you.</source>
        <translation>%1: 다른 프로그램이 디스크의 파일을 바꾸었고, 이 창에서도 내용이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>%1 was changed on the disk by another program.</source>
        <translation>%1: 다른 프로그램이 디스크의 파일을 바꾸었습니다.</translation>
    </message>
    <message>
        <source>Take the disk's</source>
        <translation>디스크의 것 쓰기</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>내 것 유지</translation>
    </message>
    <message>
        <source>%1 was not saved: another program has changed it on the disk meanwhile.</source>
        <translation>%1: 저장하지 않았습니다. 그사이 다른 프로그램이 디스크의 파일을 바꾸었습니다.</translation>
    </message>
    <message>
        <source>Overwrite it</source>
        <translation>덮어쓰기</translation>
    </message>
</context>
<context>
    <name>memtape::Document</name>
    <message>
        <source>untitled</source>
        <translation>무제</translation>
    </message>
</context>
<context>
    <name>memtape::DrawBar</name>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Which arrows are right (Enter)</source>
        <translation>어느 화살표가 맞는지 확인 (Enter)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 해 보기</translation>
    </message>
    <message>
        <source>What is right stays (Enter)</source>
        <translation>맞은 화살표는 그대로 둡니다 (Enter)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Draw the arrows as they are</source>
        <translation>실제 화살표를 그립니다</translation>
    </message>
    <message>
        <source>Draw no more (Esc)</source>
        <translation>그만 그리기 (Esc)</translation>
    </message>
    <message>
        <source>Draw no more</source>
        <translation>그만 그리기</translation>
    </message>
    <message>
        <source>Drag from a dot to an object. By keyboard: ↑ ↓ choose a dot, the letter of an object draws its arrow, Delete takes it away.</source>
        <translation>점에서 객체까지 끌어 놓으세요. 키보드로는 ↑ ↓로 점을 고르고, 객체의 글자 키로 화살표를 그리고, Delete로 지웁니다.</translation>
    </message>
</context>
<context>
    <name>memtape::DrawWords</name>
    <message>
        <source>There is no arrow here to draw: small and shared objects stand where they are referred to.</source>
        <translation>여기에는 그릴 화살표가 없습니다. 작거나 공유되는 객체는 가리키는 자리에 바로 그려집니다.</translation>
    </message>
    <message>
        <source>There is too much here to draw: up to %1 objects and %2 arrows are asked for.</source>
        <translation>여기에는 그릴 것이 너무 많습니다. 객체 %1개, 화살표 %2개까지 그려 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Draw the arrows: from each dot to the object that it refers to.</source>
        <translation>화살표를 그려 보세요. 각 점에서, 그 점이 가리키는 객체까지 이으면 됩니다.</translation>
    </message>
    <message>
        <source>item %1 of %2</source>
        <translation>%2의 %1번 항목</translation>
    </message>
    <message>
        <source>a key of %1</source>
        <translation>%1의 키</translation>
    </message>
    <message>
        <source>the key %1 of %2</source>
        <translation>%2의 %1 키</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2의 %1</translation>
    </message>
    <message>
        <source>the result of %1</source>
        <translation>%1의 결과</translation>
    </message>
    <message>
        <source>the exception in %1</source>
        <translation>%1의 예외</translation>
    </message>
    <message>
        <source>what the line holds (%1)</source>
        <translation>실행 중인 행이 잡고 있는 것(%1)</translation>
    </message>
    <message>
        <source>the name %1</source>
        <translation>%1 이름</translation>
    </message>
    <message>
        <source>the name %1 in %2</source>
        <translation>%2의 %1 이름</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>%1: drawn to %2</source>
        <translation>%1: %2까지 그림</translation>
    </message>
    <message>
        <source>%1: no arrow yet</source>
        <translation>%1: 아직 화살표 없음</translation>
    </message>
    <message>
        <source>The arrow is right.</source>
        <translation>화살표가 맞습니다.</translation>
    </message>
    <message>
        <source>All %1 arrows are right.</source>
        <translation>화살표 %1개가 모두 맞습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 arrows right</source>
        <translation>화살표 %2개 가운데 맞은 것 %1개</translation>
    </message>
    <message>
        <source>; wrong: %1</source>
        <translation>, 틀린 것 %1개</translation>
    </message>
    <message>
        <source>; missing: %1</source>
        <translation>, 빠진 것 %1개</translation>
    </message>
    <message>
        <source>%1 refers to %2.</source>
        <translation>%1의 화살표는 %2 쪽으로 이어집니다.</translation>
    </message>
    <message>
        <source>No two of them lead to the same object.</source>
        <translation>같은 객체로 이어지는 화살표는 없습니다.</translation>
    </message>
    <message>
        <source>%1 arrows lead to one object, %2: %3.</source>
        <translation>화살표 %1개가 한 객체 %2 쪽으로 이어집니다: %3.</translation>
    </message>
</context>
<context>
    <name>memtape::Drawings</name>
    <message>
        <source>Draw the arrows, or have them shown, to see what it did.</source>
        <translation>화살표를 그리거나 정답을 보면, 이 행이 한 일이 나옵니다.</translation>
    </message>
    <message>
        <source>%1 of %2 drawn</source>
        <translation>화살표 %2개 가운데 %1개를 그렸습니다</translation>
    </message>
</context>
<context>
    <name>memtape::Export</name>
    <message>
        <source>Each picture would have more than 16 million pixels; choose a smaller scale or width.</source>
        <translation>그림마다 1,600만 픽셀이 넘습니다. 배율이나 너비를 줄여 주세요.</translation>
    </message>
    <message>
        <source>The format has no pictures of more than %1 pixels in width or height; choose a smaller scale or width.</source>
        <translation>이 형식의 그림은 너비와 높이가 %1픽셀을 넘을 수 없습니다. 배율이나 너비를 줄여 주세요.</translation>
    </message>
    <message>
        <source>An animation of %1 steps would have about %2 MB; choose a range of up to %3 (--range A:B).</source>
        <translation>%1단계의 애니메이션은 약 %2MB가 됩니다. %3단계까지의 범위를 고르세요 (--range A:B).</translation>
    </message>
    <message>
        <source>The animation was not finished, and nothing is written.</source>
        <translation>애니메이션을 끝까지 만들지 않아 아무것도 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>The animation cannot be made: there is not enough memory.</source>
        <translation>메모리가 모자라 애니메이션을 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>The picture would have more than 64 million pixels; choose a smaller scale, or SVG or PDF.</source>
        <translation>그림이 6400만 픽셀을 넘습니다. 배율을 줄이거나 SVG, PDF를 고르세요.</translation>
    </message>
    <message>
        <source>The printer takes nothing.</source>
        <translation>프린터로 보낼 수 없습니다.</translation>
    </message>
    <message>
        <source>The ending of the file must be one of: %1.</source>
        <translation>파일 이름은 다음 중 하나로 끝나야 합니다: %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 파일에 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>There is no step %1.</source>
        <translation>단계 %1: 없는 단계입니다.</translation>
    </message>
    <message>
        <source>The recording is damaged before step %1.</source>
        <translation>기록이 단계 %1 앞에서 손상되었습니다.</translation>
    </message>
    <message>
        <source>1 call on the stack</source>
        <translation>스택에 호출 1개</translation>
    </message>
    <message>
        <source>%1 calls on the stack</source>
        <translation>스택에 호출 %1개</translation>
    </message>
    <message>
        <source>1 object of this program</source>
        <translation>이 프로그램의 객체 1개</translation>
    </message>
    <message>
        <source>%1 objects of this program</source>
        <translation>이 프로그램의 객체 %1개</translation>
    </message>
    <message>
        <source>only %1 drawn as boxes</source>
        <translation>상자로 그린 객체는 %1개뿐</translation>
    </message>
</context>
<context>
    <name>memtape::ExportPanel</name>
    <message>
        <source>Export the picture</source>
        <translation>그림 내보내기</translation>
    </message>
    <message>
        <source>This step, %1</source>
        <translation>현재 단계 %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계 범위</translation>
    </message>
    <message>
        <source>From step</source>
        <translation>시작 단계</translation>
    </message>
    <message>
        <source>To step</source>
        <translation>끝 단계</translation>
    </message>
    <message>
        <source>All on one page</source>
        <translation>한 쪽에 모두 넣기</translation>
    </message>
    <message>
        <source>With the program</source>
        <translation>프로그램 포함</translation>
    </message>
    <message>
        <source>With the legend</source>
        <translation>범례 포함</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>그림으로 복사</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>창과 같게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Print: black on white</source>
        <translation>인쇄용: 흰 바탕에 검정</translation>
    </message>
    <message>
        <source>Names only</source>
        <translation>이름만</translation>
    </message>
    <message>
        <source>Values and types</source>
        <translation>값과 타입</translation>
    </message>
    <message>
        <source>Objects and their counts</source>
        <translation>객체와 참조 횟수</translation>
    </message>
    <message>
        <source>Addresses and bytes</source>
        <translation>주소와 바이트</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>What is drawn, without the ground around</source>
        <translation>그려진 부분만 (여백 없이)</translation>
    </message>
    <message>
        <source>The selected object</source>
        <translation>선택한 객체</translation>
    </message>
    <message>
        <source>What the window shows</source>
        <translation>창에 보이는 부분</translation>
    </message>
    <message>
        <source>As needed</source>
        <translation>내용에 맞게</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>픽셀</translation>
    </message>
    <message>
        <source>Centimetres</source>
        <translation>센티미터</translation>
    </message>
    <message>
        <source>What</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>자세한 정도</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>그릴 부분</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>픽셀 크기</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>애니메이션</translation>
    </message>
    <message>
        <source>The whole run, %1 steps</source>
        <translation>실행 전체 %1단계</translation>
    </message>
    <message>
        <source>Nothing is recorded yet</source>
        <translation>아직 기록이 없습니다</translation>
    </message>
    <message>
        <source>As data: where everything that is drawn lies</source>
        <translation>데이터: 그려진 모든 것의 위치</translation>
    </message>
    <message>
        <source>One page for a browser, to step through; it needs no network</source>
        <translation>브라우저에서 한 단계씩 볼 수 있는 페이지 하나. 네트워크가 필요 없습니다</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2픽셀</translation>
    </message>
    <message>
        <source>%1 × %2 cm</source>
        <translation>%1 × %2cm</translation>
    </message>
    <message>
        <source>the first of the steps are shown here</source>
        <translation>여기에는 앞쪽 단계만 보입니다</translation>
    </message>
    <message>
        <source>The layout is being worked out …</source>
        <translation>배치를 계산하는 중…</translation>
    </message>
</context>
<context>
    <name>memtape::FilesView</name>
    <message>
        <source>The program wrote these files. They are kept in memory only, and the disk is as it was; save what you want to keep.</source>
        <translation>프로그램이 쓴 파일입니다. 메모리에만 있고 디스크는 그대로이니, 남겨 둘 파일은 저장하십시오.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Files that the program wrote</source>
        <translation>프로그램이 쓴 파일</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1바이트</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1바이트</translation>
    </message>
</context>
<context>
    <name>memtape::GarbageCanvas</name>
    <message>
        <source>Garbage, and what stays</source>
        <translation>쓰레기와 남는 것</translation>
    </message>
    <message>
        <source>Unreachable, still alive</source>
        <translation>도달 불가 (아직 살아 있음)</translation>
    </message>
    <message>
        <source>Nothing is unreachable at this step.</source>
        <translation>이 단계에는 도달 불가인 것이 없습니다.</translation>
    </message>
    <message>
        <source>1 object is being released just now.</source>
        <translation>지금 해제되고 있는 객체가 1개 있습니다.</translation>
    </message>
    <message>
        <source>%1 objects are being released just now.</source>
        <translation>지금 해제되고 있는 객체가 %1개 있습니다.</translation>
    </message>
    <message>
        <source>show fewer cycles</source>
        <translation>순환 줄여 보기</translation>
    </message>
    <message>
        <source>show %1 more cycles</source>
        <translation>순환 %1개 더 보기</translation>
    </message>
    <message>
        <source>and %1 more that are not drawn</source>
        <translation>그리지 않은 순환 %1개 더 있음</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>단계 %1</translation>
    </message>
    <message>
        <source>Go to step %1</source>
        <translation>단계 %1로 가기</translation>
    </message>
    <message>
        <source>unreachable since</source>
        <translation>도달 불가가 된 때:</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>순환 GC</translation>
    </message>
    <message>
        <source>A collection now would take %1.</source>
        <translation>지금 수거하면: %1</translation>
    </message>
    <message>
        <source>A collection now would take nothing.</source>
        <translation>지금 수거할 것은 없습니다.</translation>
    </message>
    <message>
        <source>It has not run yet.</source>
        <translation>아직 실행되지 않았습니다.</translation>
    </message>
    <message>
        <source>not looked through yet</source>
        <translation>아직 살펴보지 않음</translation>
    </message>
    <message>
        <source>Last ran at</source>
        <translation>마지막 실행:</translation>
    </message>
    <message>
        <source>last ran at</source>
        <translation>마지막 실행:</translation>
    </message>
    <message>
        <source>made since step %1, alive now</source>
        <translation>단계 %1부터 만들어져 지금 살아 있음</translation>
    </message>
    <message>
        <source>alive now, by the line that made it</source>
        <translation>지금 살아 있는 것, 만든 행별로</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>표시 지우기</translation>
    </message>
    <message>
        <source>Mark this step</source>
        <translation>이 단계 표시</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>남는 것</translation>
    </message>
    <message>
        <source>To see what comes and goes from here on</source>
        <translation>여기서부터 무엇이 생기고 없어지는지 보려면</translation>
    </message>
    <message>
        <source>Nothing of it is alive.</source>
        <translation>살아 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>The run is being gone through: growth and releases follow.</source>
        <translation>실행을 훑는 중입니다. 증가와 해제는 곧 나타납니다.</translation>
    </message>
    <message>
        <source>show fewer lines</source>
        <translation>행 줄여 보기</translation>
    </message>
    <message>
        <source>show %1 more lines</source>
        <translation>행 %1개 더 보기</translation>
    </message>
    <message>
        <source>Go to where it ran last</source>
        <translation>마지막으로 실행된 곳으로 가기</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>해제된 것</translation>
    </message>
    <message>
        <source>since step %1</source>
        <translation>단계 %1부터</translation>
    </message>
    <message>
        <source>so far, by what let go of it</source>
        <translation>지금까지, 참조가 사라진 까닭별로</translation>
    </message>
    <message>
        <source>The run is being gone through.</source>
        <translation>실행을 훑는 중입니다.</translation>
    </message>
    <message>
        <source>Nothing of this program.</source>
        <translation>이 프로그램의 것은 없습니다.</translation>
    </message>
</context>
<context>
    <name>memtape::GarbageView</name>
    <message>
        <source>Nothing recorded yet.</source>
        <translation>아직 기록한 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>memtape::GarbageWords</name>
    <message>
        <source>1 object</source>
        <translation>객체 1개</translation>
    </message>
    <message>
        <source>%1 objects</source>
        <translation>객체 %1개</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>It holds itself, so its count never reaches 0; the collector takes it when it runs.</source>
        <translation>순환 참조: 자기 자신을 참조하므로 참조 횟수가 0이 되지 않습니다. 순환 GC가 실행될 때 수거합니다.</translation>
    </message>
    <message>
        <source>Each holds the other, so neither count reaches 0; the collector takes them when it runs.</source>
        <translation>순환 참조: 서로를 참조하므로 어느 쪽도 참조 횟수가 0이 되지 않습니다. 순환 GC가 실행될 때 수거합니다.</translation>
    </message>
    <message>
        <source>They hold one another, so no count reaches 0; the collector takes them when it runs.</source>
        <translation>순환 참조: 돌아가며 서로를 참조하므로 참조 횟수가 하나도 0이 되지 않습니다. 순환 GC가 실행될 때 수거합니다.</translation>
    </message>
    <message>
        <source>1 object that only they hold goes with them.</source>
        <translation>이들만 참조하는 객체 1개도 함께 사라집니다.</translation>
    </message>
    <message>
        <source>%1 objects that only they hold go with them.</source>
        <translation>이들만 참조하는 객체 %1개도 함께 사라집니다.</translation>
    </message>
    <message>
        <source>Another cycle that nothing reaches holds them too.</source>
        <translation>도달 불가인 다른 순환도 이들을 참조합니다.</translation>
    </message>
    <message>
        <source>made</source>
        <translation>만들어진 때:</translation>
    </message>
    <message>
        <source>made by line %1</source>
        <translation>%1행이 만듦</translation>
    </message>
    <message>
        <source>made by lines %1</source>
        <translation>만든 행: %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 참조로</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>took nothing</source>
        <translation>수거한 것 없음</translation>
    </message>
    <message>
        <source>took 1 object</source>
        <translation>객체 1개 수거</translation>
    </message>
    <message>
        <source>took %1 objects</source>
        <translation>객체 %1개 수거</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>%1행, %2</translation>
    </message>
    <message>
        <source>generation %1</source>
        <translation>세대 %1</translation>
    </message>
    <message>
        <source>generations %1 – %2</source>
        <translation>세대 %1 – %2</translation>
    </message>
    <message>
        <source>Objects that may be in cycles, made since the collector last ran and alive; at the threshold it runs.</source>
        <translation>순환에 들 수 있는 객체 가운데, 순환 GC가 마지막으로 실행된 뒤 만들어져 살아 있는 것의 수입니다. 문턱값에 이르면 실행됩니다.</translation>
    </message>
    <message>
        <source>Collections of the younger generation since this one was last looked through.</source>
        <translation>이 세대를 마지막으로 살펴본 뒤에 더 젊은 세대를 수거한 횟수입니다.</translation>
    </message>
    <message>
        <source>no line</source>
        <translation>행 없음</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1행</translation>
    </message>
    <message>
        <source>no one name alone</source>
        <translation>어느 이름도 혼자서는 아님</translation>
    </message>
    <message>
        <source>nothing but each other</source>
        <translation>서로의 참조뿐</translation>
    </message>
    <message>
        <source>kept by: %1</source>
        <translation>살려 두는 것: %1</translation>
    </message>
    <message>
        <source>a name was removed</source>
        <translation>이름 삭제</translation>
    </message>
    <message>
        <source>a name was bound anew</source>
        <translation>이름을 다시 묶음</translation>
    </message>
    <message>
        <source>a call ended</source>
        <translation>호출이 끝남</translation>
    </message>
    <message>
        <source>a part was replaced</source>
        <translation>부분이 바뀜</translation>
    </message>
    <message>
        <source>a part was removed</source>
        <translation>부분 삭제</translation>
    </message>
    <message>
        <source>its holder was released</source>
        <translation>가진 객체가 해제됨</translation>
    </message>
    <message>
        <source>its line was done</source>
        <translation>그 행이 끝남</translation>
    </message>
    <message>
        <source>by the collector</source>
        <translation>순환 GC 수거</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>돌려줌</translation>
    </message>
    <message>
        <source>the program ended</source>
        <translation>프로그램 끝</translation>
    </message>
    <message>
        <source>Unreachable, still alive: %1</source>
        <translation>도달 불가 (아직 살아 있음): %1</translation>
    </message>
    <message>
        <source>Nothing is unreachable at this step.</source>
        <translation>이 단계에는 도달 불가인 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>memtape::Guide</name>
    <message>
        <source>No browser opens the guide. It is here: %1</source>
        <translation>안내서를 열 브라우저가 없습니다. 안내서는 여기에 있습니다: %1</translation>
    </message>
    <message>
        <source>The guide is not installed; docs/memory-model.md has what each fact rests on.</source>
        <translation>안내서가 설치되어 있지 않습니다. 각 사실의 근거는 docs/memory-model.ko.md에 있습니다.</translation>
    </message>
    <message>
        <source>The guide explains what you see here. F1 opens it, on what has the focus.</source>
        <translation>지금 보이는 것은 안내서에 설명되어 있습니다. F1 키를 누르면 지금 쓰고 있는 부분의 설명이 열립니다.</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>안내서 열기</translation>
    </message>
</context>
<context>
    <name>memtape::Handout</name>
    <message>
        <source>As line %1 returns</source>
        <translation>%1행에서 반환하기 직전</translation>
    </message>
    <message>
        <source>As line %1 returns, time %2</source>
        <translation>%1행에서 반환하기 직전, %2번째</translation>
    </message>
    <message>
        <source>Before line %1 runs</source>
        <translation>%1행 실행 전</translation>
    </message>
    <message>
        <source>Before line %1 runs, time %2</source>
        <translation>%1행 실행 전, %2번째</translation>
    </message>
    <message>
        <source>Draw it: number %1.</source>
        <translation>그려 보기 %1번 문제입니다.</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Mark it in the picture.</source>
        <translation>그림에 표시하세요.</translation>
    </message>
    <message>
        <source>Draw it</source>
        <translation>그려 보기</translation>
    </message>
    <message>
        <source>From each dot an arrow leads to an object: draw it. Two arrows may lead to the same one.</source>
        <translation>점마다 화살표가 하나씩 나와 객체로 이어집니다. 그 화살표를 그려 보세요. 두 화살표가 같은 객체로 이어질 수도 있습니다.</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>풀이</translation>
    </message>
    <message>
        <source>A handout is made of a lesson: a program with comments that say what to look at.</source>
        <translation>유인물은 학습으로 만듭니다. 학습은 무엇을 볼지 적은 주석이 있는 프로그램입니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>memtape::HappenedText</name>
    <message>
        <source>Nothing changed in memory.</source>
        <translation>메모리에서 바뀐 것이 없습니다.</translation>
    </message>
    <message>
        <source>And one more change.</source>
        <translation>그 밖에 한 가지가 더 바뀌었습니다.</translation>
    </message>
    <message>
        <source>And %1 more changes.</source>
        <translation>그 밖에 %1가지가 더 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>단계 %1 / %2</translation>
    </message>
    <message>
        <source>%1, before the first line</source>
        <translation>%1, 첫 행 실행 전</translation>
    </message>
    <message>
        <source>%1, a call begins at line %2</source>
        <translation>%1, %2행에서 호출 시작</translation>
    </message>
    <message>
        <source>%1, before line %2</source>
        <translation>%1, %2행 실행 전</translation>
    </message>
    <message>
        <source>%1, returning from line %2</source>
        <translation>%1, %2행에서 반환</translation>
    </message>
    <message>
        <source>%1, exception in line %2</source>
        <translation>%1, %2행에서 예외</translation>
    </message>
    <message>
        <source>%1 has left %2, back in line %3:  %4</source>
        <translation>%1 예외가 %2 호출을 빠져나와 %3행으로 돌아옴:  %4</translation>
    </message>
    <message>
        <source>Just returned from %1 to line %2:  %3</source>
        <translation>%1 호출에서 %2행으로 돌아옴:  %3</translation>
    </message>
    <message>
        <source>Just raised in line %1</source>
        <translation>방금 %1행에서 예외 발생</translation>
    </message>
    <message>
        <source>Just entered %1</source>
        <translation>방금 %1 호출 안으로 들어옴</translation>
    </message>
    <message>
        <source>The program was started</source>
        <translation>프로그램 시작</translation>
    </message>
    <message>
        <source>Just entered the module %1</source>
        <translation>방금 %1 모듈 안으로 들어옴</translation>
    </message>
    <message>
        <source>Line %1 is calling: %2</source>
        <translation>%1행이 호출하는 중: %2</translation>
    </message>
    <message>
        <source>Just ran line %1:  %2</source>
        <translation>방금 실행한 %1행:  %2</translation>
    </message>
    <message>
        <source>Next: the program begins</source>
        <translation>다음: 프로그램 시작</translation>
    </message>
    <message>
        <source>Before the first line there is one frame, and no names of the program's own.</source>
        <translation>첫 행을 실행하기 전에는 프레임이 하나 있고, 프로그램의 이름은 아직 없습니다.</translation>
    </message>
    <message>
        <source>Next: the module %1 begins</source>
        <translation>다음: %1 모듈 시작</translation>
    </message>
    <message>
        <source>Its statements run once, in a frame of their own; the names that they bind are the module's.</source>
        <translation>모듈의 문장들을 새 프레임에서 한 번 실행합니다. 거기서 정한 이름들은 모듈의 이름이 됩니다.</translation>
    </message>
    <message>
        <source>Next: %1 goes on where it paused</source>
        <translation>다음: %1 호출이 멈춘 자리에서 이어짐</translation>
    </message>
    <message>
        <source>Its frame came back from the heap to the stack, with its names.</source>
        <translation>프레임이 이름들과 함께 힙에서 스택으로 돌아왔습니다.</translation>
    </message>
    <message>
        <source>Next: the body of %1 begins</source>
        <translation>다음: %1 본문 시작</translation>
    </message>
    <message>
        <source>Its frame lies on top of the stack. The names that it binds become the attributes of the class.</source>
        <translation>프레임이 스택의 맨 위에 있습니다. 여기서 정한 이름들이 클래스의 속성이 됩니다.</translation>
    </message>
    <message>
        <source>Its frame lies on top of the stack.</source>
        <translation>프레임이 스택의 맨 위에 있습니다.</translation>
    </message>
    <message>
        <source>Its frame lies on top of the stack. Each argument is an object that the caller already had; only references were handed over.</source>
        <translation>프레임이 스택의 맨 위에 있습니다. 인자는 모두 호출한 쪽에 이미 있던 객체이며, 참조만 전달되었습니다.</translation>
    </message>
    <message>
        <source>Next: the program ends by %1</source>
        <translation>다음: %1 예외로 프로그램 끝</translation>
    </message>
    <message>
        <source>Next: %1 leaves %2</source>
        <translation>다음: %1 예외가 %2 호출을 빠져나감</translation>
    </message>
    <message>
        <source>Nothing caught the exception.</source>
        <translation>예외를 처리한 곳이 없습니다.</translation>
    </message>
    <message>
        <source>The exception is not caught here: the frame will go, and the search goes on in the caller.</source>
        <translation>여기서는 예외를 처리하지 않습니다. 프레임은 사라지고, 호출한 쪽에서 계속 찾습니다.</translation>
    </message>
    <message>
        <source>Next: the program ends</source>
        <translation>다음: 프로그램 끝</translation>
    </message>
    <message>
        <source>Then its names go, and with them the objects that nothing else holds.</source>
        <translation>그러면 프로그램의 이름들이 사라지고, 다른 참조가 없는 객체도 해제됩니다.</translation>
    </message>
    <message>
        <source>Next: the module %1 is ready</source>
        <translation>다음: %1 모듈 준비 끝</translation>
    </message>
    <message>
        <source>Its frame will go; its names stay in the module.</source>
        <translation>프레임은 사라지고, 이름들은 모듈에 남습니다.</translation>
    </message>
    <message>
        <source>Next: the body of %1 ends</source>
        <translation>다음: %1 본문 끝</translation>
    </message>
    <message>
        <source>The frame will go; its names become the attributes of the class.</source>
        <translation>프레임은 사라지고, 이름들은 클래스의 속성이 됩니다.</translation>
    </message>
    <message>
        <source>Next: %1 hands out %2 and pauses</source>
        <translation>다음: %1 호출이 내주고 멈춤 → %2</translation>
    </message>
    <message>
        <source>The frame will wait in the heap, with its names, until it is asked for more.</source>
        <translation>프레임은 이름들과 함께 힙에서 다음 요청을 기다립니다.</translation>
    </message>
    <message>
        <source>Next: %1 returns %2</source>
        <translation>다음: %1 호출의 반환 → %2</translation>
    </message>
    <message>
        <source>The frame will go. The object is handed to the caller; it is not copied.</source>
        <translation>프레임은 사라집니다. 객체는 복사되지 않고 호출한 쪽에 전달됩니다.</translation>
    </message>
    <message>
        <source>Next, line %1:  %2</source>
        <translation>다음 %1행:  %2</translation>
    </message>
    <message>
        <source>Next: %1 looks for a handler of %2</source>
        <translation>다음: %1 인터프리터가 %2 예외를 처리할 곳을 찾음</translation>
    </message>
    <message>
        <source>ZeroDivisionError: a division by zero</source>
        <translation>ZeroDivisionError: 0으로 나누었습니다</translation>
    </message>
    <message>
        <source>NameError: a name that refers to nothing</source>
        <translation>NameError: 아무것도 가리키지 않는 이름입니다</translation>
    </message>
    <message>
        <source>UnboundLocalError: a local name used before it was bound</source>
        <translation>UnboundLocalError: 지역 이름을 값을 정하기 전에 썼습니다</translation>
    </message>
    <message>
        <source>TypeError: an object of the wrong type</source>
        <translation>TypeError: 객체의 타입이 맞지 않습니다</translation>
    </message>
    <message>
        <source>ValueError: the right type, a wrong value</source>
        <translation>ValueError: 타입은 맞지만 값이 맞지 않습니다</translation>
    </message>
    <message>
        <source>IndexError: an index outside the sequence</source>
        <translation>IndexError: 인덱스가 범위를 벗어났습니다</translation>
    </message>
    <message>
        <source>KeyError: a key that the dict does not have</source>
        <translation>KeyError: dict에 없는 키입니다</translation>
    </message>
    <message>
        <source>AttributeError: an attribute that the object does not have</source>
        <translation>AttributeError: 객체에 없는 속성입니다</translation>
    </message>
    <message>
        <source>RecursionError: more calls on the stack than allowed</source>
        <translation>RecursionError: 스택에 쌓인 호출이 한도를 넘었습니다</translation>
    </message>
    <message>
        <source>StopIteration: an iterator has no more items</source>
        <translation>StopIteration: 이터레이터에 남은 항목이 없습니다</translation>
    </message>
    <message>
        <source>ImportError: something that could not be imported</source>
        <translation>ImportError: 가져올 수 없습니다</translation>
    </message>
    <message>
        <source>ModuleNotFoundError: there is no such module</source>
        <translation>ModuleNotFoundError: 그런 모듈이 없습니다</translation>
    </message>
    <message>
        <source>AssertionError: an assert that did not hold</source>
        <translation>AssertionError: assert 조건이 거짓입니다</translation>
    </message>
    <message>
        <source>KeyboardInterrupt: stopped from the keyboard</source>
        <translation>KeyboardInterrupt: 키보드로 멈추었습니다</translation>
    </message>
    <message>
        <source>MemoryError: no memory left</source>
        <translation>MemoryError: 메모리가 부족합니다</translation>
    </message>
    <message>
        <source>OverflowError: a number too large</source>
        <translation>OverflowError: 수가 너무 큽니다</translation>
    </message>
    <message>
        <source>SyntaxError: text that is no Python program</source>
        <translation>SyntaxError: Python 문법에 맞지 않습니다</translation>
    </message>
    <message>
        <source>IndentationError: lines not indented as they should be</source>
        <translation>IndentationError: 들여쓰기가 맞지 않습니다</translation>
    </message>
</context>
<context>
    <name>memtape::HappenedView</name>
    <message>
        <source>The program is being recorded…</source>
        <translation>프로그램을 기록하고 있습니다…</translation>
    </message>
    <message>
        <source>Nothing recorded yet. Press F5 to record the program.</source>
        <translation>아직 기록이 없습니다. F5를 누르면 프로그램을 기록합니다.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
</context>
<context>
    <name>memtape::HeapGroups</name>
    <message>
        <source>before the first line</source>
        <translation>첫 행 이전</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1행</translation>
    </message>
    <message>
        <source>line %1 of %2</source>
        <translation>%2의 %1행</translation>
    </message>
    <message>
        <source>up to %1 bytes</source>
        <translation>%1바이트까지</translation>
    </message>
    <message>
        <source>%1 – %2 bytes</source>
        <translation>%1 – %2바이트</translation>
    </message>
</context>
<context>
    <name>memtape::HeapModel</name>
    <message>
        <source>Found</source>
        <translation>찾은 것</translation>
    </message>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation>… %1개 더</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1: %2 objects, %3</source>
        <translation>%1: 객체 %2개, %3</translation>
    </message>
    <message>
        <source>%1, since step %2: %3</source>
        <translation>%1, 단계 %2부터: %3</translation>
    </message>
    <message>
        <source>+ alive now, made since step %1; %2 alive then, gone now</source>
        <translation>+ 단계 %1 뒤에 만들어져 지금 살아 있는 객체, %2 그때 살아 있었으나 지금은 없는 객체</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>타입</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>%1부터</translation>
    </message>
</context>
<context>
    <name>memtape::HeapView</name>
    <message>
        <source>%1 objects of this program, %2 bytes</source>
        <translation>이 프로그램의 객체 %1개, %2바이트</translation>
    </message>
    <message>
        <source>libraries: %1 objects, %2 bytes</source>
        <translation>라이브러리: 객체 %1개, %2바이트</translation>
    </message>
    <message>
        <source>show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>숨기기</translation>
    </message>
    <message>
        <source>Show the objects of libraries</source>
        <translation>라이브러리의 객체 보기</translation>
    </message>
    <message>
        <source>Hide the objects of libraries</source>
        <translation>라이브러리의 객체 숨기기</translation>
    </message>
    <message>
        <source>Nothing recorded yet.</source>
        <translation>아직 기록한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing that this program made is alive at this step.</source>
        <translation>이 프로그램이 만든 것 가운데 이 단계에 살아 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>No living object has this type, value or name.</source>
        <translation>살아 있는 객체 가운데 이런 타입, 값, 이름을 가진 것이 없습니다.</translation>
    </message>
    <message>
        <source>type, value or name</source>
        <translation>타입, 값 또는 이름</translation>
    </message>
    <message>
        <source>Search the heap by type, value or name</source>
        <translation>타입, 값, 이름으로 힙에서 찾기</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>묶는 기준</translation>
    </message>
    <message>
        <source>type</source>
        <translation>타입</translation>
    </message>
    <message>
        <source>line</source>
        <translation>행</translation>
    </message>
    <message>
        <source>size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Group by %1</source>
        <translation>%1별로 묶기</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>단계 %1부터</translation>
    </message>
    <message>
        <source>Mark this step</source>
        <translation>이 단계 표시</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>표시 지우기</translation>
    </message>
    <message>
        <source>To see what comes and goes from here on</source>
        <translation>여기서부터 생기고 사라지는 것을 보려면 누르세요</translation>
    </message>
    <message>
        <source>Remove the mark at step %1</source>
        <translation>단계 %1의 표시 지우기</translation>
    </message>
    <message>
        <source>What is alive</source>
        <translation>살아 있는 것</translation>
    </message>
</context>
<context>
    <name>memtape::HistoryList</name>
    <message>
        <source>end</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>History</source>
        <translation>변화 기록</translation>
    </message>
</context>
<context>
    <name>memtape::InputView</name>
    <message>
        <source>Answer</source>
        <translation>답하기</translation>
    </message>
    <message>
        <source>End of input</source>
        <translation>입력 끝</translation>
    </message>
    <message>
        <source>Answers kept</source>
        <translation>보관한 답</translation>
    </message>
    <message>
        <source>Answers, one a line. They are used again when the program is recorded again.</source>
        <translation>한 줄에 답 하나씩입니다. 다시 기록할 때 그대로 다시 쓰입니다.</translation>
    </message>
    <message>
        <source>The program waits for a line of input.</source>
        <translation>프로그램이 입력 한 줄을 기다립니다.</translation>
    </message>
    <message>
        <source>The program is not asking for input.</source>
        <translation>프로그램이 입력을 요청하지 않았습니다.</translation>
    </message>
    <message>
        <source>Answer to input()</source>
        <translation>input()에 답하기</translation>
    </message>
</context>
<context>
    <name>memtape::InsideView</name>
    <message>
        <source>The run cannot be repeated. Changed since it was recorded: %1</source>
        <translation>실행을 되풀이할 수 없습니다. 기록한 뒤에 바뀐 파일: %1</translation>
    </message>
    <message>
        <source>The run cannot be repeated: from step %1 on it goes another way than it was recorded. A file that it reads has changed, or it asks for the time or for chance.</source>
        <translation>실행을 되풀이할 수 없습니다. 단계 %1부터 기록과 다르게 진행됩니다. 프로그램이 읽는 파일이 바뀌었거나, 프로그램이 시각이나 난수를 씁니다.</translation>
    </message>
    <message>
        <source>What happens inside the line could not be found: %1</source>
        <translation>행 안에서 일어나는 일을 알아내지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The program is run again up to this step…</source>
        <translation>이 단계까지 프로그램을 다시 실행하고 있습니다…</translation>
    </message>
    <message>
        <source>The program is run again up to this step… %1 of %2 steps, %3 %</source>
        <translation>이 단계까지 프로그램을 다시 실행하고 있습니다… %2단계 중 %1단계, %3 %</translation>
    </message>
    <message>
        <source>Nothing recorded yet. Press F5 to record the program.</source>
        <translation>아직 기록이 없습니다. F5를 누르면 프로그램을 기록합니다.</translation>
    </message>
    <message>
        <source>Step %1: %2 of %3 parts done</source>
        <translation>단계 %1: 부분 %3개 중 %2개 끝남</translation>
    </message>
    <message>
        <source>The evaluation stack is empty</source>
        <translation>평가 스택이 비어 있습니다</translation>
    </message>
    <message>
        <source>Evaluation stack, the top on the right</source>
        <translation>평가 스택, 오른쪽이 맨 위</translation>
    </message>
    <message>
        <source>Nothing of this step happens inside a line.</source>
        <translation>이 단계에서는 행 안에서 일어나는 일이 없습니다.</translation>
    </message>
    <message>
        <source>Inside the line</source>
        <translation>행 안</translation>
    </message>
</context>
<context>
    <name>memtape::InspectorPanel</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>검사기 닫기</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>검사기</translation>
    </message>
</context>
<context>
    <name>memtape::InspectorView</name>
    <message>
        <source>Inspector</source>
        <translation>검사기</translation>
    </message>
    <message>
        <source>Click an object to see all about it.</source>
        <translation>객체를 클릭하면 자세한 내용이 나옵니다.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>변화 기록</translation>
    </message>
    <message>
        <source>Alive because</source>
        <translation>살아 있는 까닭</translation>
    </message>
    <message>
        <source>What these facts rest on</source>
        <translation>각 사실의 근거</translation>
    </message>
</context>
<context>
    <name>memtape::InspectorWords</name>
    <message>
        <source>Released</source>
        <translation>해제됨</translation>
    </message>
    <message>
        <source>This object is gone at this step.</source>
        <translation>이 단계에는 없는 객체입니다.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Keeps alive</source>
        <translation>혼자 살려 두는 것</translation>
    </message>
    <message>
        <source>Room for</source>
        <translation>확보한 칸</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>만들어진 때</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>세대</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>마지막 변화</translation>
    </message>
    <message>
        <source>Awaits</source>
        <translation>기다리는 것</translation>
    </message>
    <message>
        <source>Awaited by</source>
        <translation>기다리는 쪽</translation>
    </message>
    <message>
        <source>Yields from</source>
        <translation>yield from 하는 대상</translation>
    </message>
    <message>
        <source>Yielded from by</source>
        <translation>이것을 yield from 하는 쪽</translation>
    </message>
    <message>
        <source>%1 in %2 objects</source>
        <translation>%1, 객체 %2개</translation>
    </message>
    <message>
        <source>step %1, line %2</source>
        <translation>단계 %1, %2행</translation>
    </message>
    <message>
        <source>before the first line</source>
        <translation>첫 행 실행 전</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>단계 %1</translation>
    </message>
    <message>
        <source>language</source>
        <translation>언어 규칙</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Memtape 모델</translation>
    </message>
    <message>
        <source>immortal: never counted, never released</source>
        <translation>불멸: 세지 않으며 해제되지 않음</translation>
    </message>
    <message>
        <source>1 name</source>
        <translation>이름 1개</translation>
    </message>
    <message>
        <source>%1 names</source>
        <translation>이름 %1개</translation>
    </message>
    <message>
        <source>1 attribute</source>
        <translation>속성 1개</translation>
    </message>
    <message>
        <source>%1 attributes</source>
        <translation>속성 %1개</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>항목 1개</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>항목 %1개</translation>
    </message>
    <message>
        <source>1 key</source>
        <translation>키 1개</translation>
    </message>
    <message>
        <source>%1 keys</source>
        <translation>키 %1개</translation>
    </message>
    <message>
        <source>1 dict value</source>
        <translation>dict 값 1개</translation>
    </message>
    <message>
        <source>%1 dict values</source>
        <translation>dict 값 %1개</translation>
    </message>
    <message>
        <source>the running line</source>
        <translation>실행 중인 행</translation>
    </message>
    <message>
        <source>%1 by running lines</source>
        <translation>실행 중인 행 %1개</translation>
    </message>
    <message>
        <source>the running call</source>
        <translation>실행 중인 호출</translation>
    </message>
    <message>
        <source>%1 by running calls</source>
        <translation>실행 중인 호출 %1개</translation>
    </message>
    <message>
        <source>1 waiting thread</source>
        <translation>기다리는 스레드 1개</translation>
    </message>
    <message>
        <source>%1 by waiting threads</source>
        <translation>기다리는 스레드에서 %1개</translation>
    </message>
    <message>
        <source>1 built-in at work</source>
        <translation>작업 중인 내장 함수 1개</translation>
    </message>
    <message>
        <source>%1 built-ins at work</source>
        <translation>작업 중인 내장 함수 %1개</translation>
    </message>
    <message>
        <source>the interpreter</source>
        <translation>인터프리터</translation>
    </message>
    <message>
        <source>%1 by the interpreter</source>
        <translation>인터프리터 %1개</translation>
    </message>
    <message>
        <source>1 instance</source>
        <translation>인스턴스 1개</translation>
    </message>
    <message>
        <source>%1 instances</source>
        <translation>인스턴스 %1개</translation>
    </message>
    <message>
        <source>1 part of another object</source>
        <translation>다른 객체의 구성 요소 1개</translation>
    </message>
    <message>
        <source>%1 parts of other objects</source>
        <translation>다른 객체의 구성 요소 %1개</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>module</source>
        <translation>모듈</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>스레드</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>내장 함수</translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation>인터프리터</translation>
    </message>
    <message>
        <source>global</source>
        <translation>전역</translation>
    </message>
    <message>
        <source>held by the running line</source>
        <translation>실행 중인 행이 가지고 있음</translation>
    </message>
    <message>
        <source>the function that runs</source>
        <translation>실행 중인 함수</translation>
    </message>
    <message>
        <source>the code that runs</source>
        <translation>실행 중인 코드</translation>
    </message>
    <message>
        <source>its names</source>
        <translation>이름들</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>기다리는 중</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>작업 중</translation>
    </message>
    <message>
        <source>an instance of it</source>
        <translation>이 클래스의 인스턴스</translation>
    </message>
    <message>
        <source>key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>+ made</source>
        <translation>+ 만들어짐</translation>
    </message>
    <message>
        <source>✕ released, its count reached 0</source>
        <translation>✕ 객체 해제 (참조 횟수 0)</translation>
    </message>
    <message>
        <source>✕ collected</source>
        <translation>✕ 순환 GC 수거</translation>
    </message>
    <message>
        <source>✕ given back by the program</source>
        <translation>✕ 프로그램이 반환</translation>
    </message>
    <message>
        <source>→ named</source>
        <translation>→ 이름이 붙음</translation>
    </message>
    <message>
        <source>→ named %1</source>
        <translation>→ 이름: %1</translation>
    </message>
    <message>
        <source>no longer named %1</source>
        <translation>이름 %1에서 떠남</translation>
    </message>
    <message>
        <source>name %1 removed</source>
        <translation>이름 삭제: %1</translation>
    </message>
    <message>
        <source>→ held by %1</source>
        <translation>→ 가리키는 객체: %1</translation>
    </message>
    <message>
        <source>no longer held by %1</source>
        <translation>참조 끝남: %1</translation>
    </message>
    <message>
        <source>● .%1 = %2</source>
        <translation>● .%1 = %2</translation>
    </message>
    <message>
        <source>● [%1] = %2</source>
        <translation>● [%1] = %2</translation>
    </message>
    <message>
        <source>● changed</source>
        <translation>● 바뀜</translation>
    </message>
    <message>
        <source>… and %1 more changes</source>
        <translation>… 그 밖의 변화 %1개</translation>
    </message>
    <message>
        <source>a running call</source>
        <translation>실행 중인 호출</translation>
    </message>
    <message>
        <source>the exception</source>
        <translation>예외</translation>
    </message>
    <message>
        <source>a built-in at work</source>
        <translation>작업 중인 내장 함수</translation>
    </message>
    <message>
        <source>a waiting thread</source>
        <translation>기다리는 스레드</translation>
    </message>
    <message>
        <source>an element</source>
        <translation>원소</translation>
    </message>
    <message>
        <source>a part of it</source>
        <translation>그 일부</translation>
    </message>
    <message>
        <source>its class</source>
        <translation>그 클래스</translation>
    </message>
    <message>
        <source>unreachable, but alive: no name leads here; only the cycle collector can take it</source>
        <translation>도달 불가 (아직 살아 있음): 이어지는 이름이 없으며 순환 GC만이 수거할 수 있습니다</translation>
    </message>
    <message>
        <source>%1 → this %2</source>
        <translation>%1 → 이 %2</translation>
    </message>
</context>
<context>
    <name>memtape::KeySheet</name>
    <message>
        <source>Step back, step</source>
        <translation>한 단계 뒤로, 앞으로</translation>
    </message>
    <message>
        <source>Step out, step over</source>
        <translation>호출 밖으로, 호출을 한 단계로</translation>
    </message>
    <message>
        <source>Step back, step (as presenters' remotes do)</source>
        <translation>한 단계 뒤로, 앞으로 (발표용 리모컨)</translation>
    </message>
    <message>
        <source>In class view: begin, end, black, black, spotlight</source>
        <translation>수업 보기에서: 시작, 끝, 검은 화면, 검은 화면, 스포트라이트</translation>
    </message>
    <message>
        <source>First step, last step</source>
        <translation>첫 단계, 마지막 단계</translation>
    </message>
    <message>
        <source>Play, or pause</source>
        <translation>재생, 일시 정지</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>모든 키를 한 장에</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>범례</translation>
    </message>
    <message>
        <source>Fit the whole picture</source>
        <translation>그림 전체를 화면에 맞추기</translation>
    </message>
    <message>
        <source>Inspect what is selected</source>
        <translation>선택한 것 살펴보기</translation>
    </message>
    <message>
        <source>In a group of like objects: the tile beside, above, below</source>
        <translation>같은 객체 묶음에서: 옆 칸, 위 칸, 아래 칸</translation>
    </message>
    <message>
        <source>Draw the selected tile as a box of its own</source>
        <translation>선택한 칸을 따로 상자로 그리기</translation>
    </message>
    <message>
        <source>Answer a lesson's question</source>
        <translation>학습의 질문에 답하기</translation>
    </message>
    <message>
        <source>Where arrows are drawn: choose a dot, choose a dot, take its arrow away</source>
        <translation>화살표를 그릴 때: 점 고르기, 점 고르기, 그 점의 화살표 지우기</translation>
    </message>
    <message>
        <source>Select nothing; in the program text: go to the picture</source>
        <translation>선택 해제, 프로그램 글에서는 그림으로</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>그 밖에</translation>
    </message>
    <message>
        <source>In picture and timeline</source>
        <translation>그림과 타임라인에서</translation>
    </message>
</context>
<context>
    <name>memtape::Lesson</name>
    <message>
        <source>The lesson has no title (# lesson:en: …).</source>
        <translation>학습에 제목이 없습니다(# lesson:en: …).</translation>
    </message>
    <message>
        <source>This is neither program nor lesson: %1</source>
        <translation>프로그램도 학습도 아닌 줄입니다: %1</translation>
    </message>
    <message>
        <source>Times are counted from 1.</source>
        <translation>횟수는 1부터 셉니다.</translation>
    </message>
    <message>
        <source>There is no instrument that is called %1; there are: %2.</source>
        <translation>도구의 이름이 잘못되었습니다: %1. 쓸 수 있는 이름: %2.</translation>
    </message>
    <message>
        <source>There is nothing to predict that is called %1; there are: %2.</source>
        <translation>예측할 것의 이름이 잘못되었습니다: %1. 쓸 수 있는 이름: %2.</translation>
    </message>
    <message>
        <source>The program has no line %1.</source>
        <translation>프로그램에 %1행이 없습니다.</translation>
    </message>
    <message>
        <source>There is no detail that is called %1; there are: %2.</source>
        <translation>자세한 정도의 이름이 잘못되었습니다: %1. 쓸 수 있는 이름: %2.</translation>
    </message>
    <message>
        <source>Boxes can only be: all.</source>
        <translation>boxes에는 all만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>This stands before the first stop (# at line …).</source>
        <translation>첫 지점(# at line …)보다 앞에 있습니다.</translation>
    </message>
    <message>
        <source>A stop wants one thing at a time: a question (# ask:en: …), a prediction or a drawing.</source>
        <translation>한 지점에서는 질문(# ask:en: …), 예측, 그리기 가운데 하나만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>There are answers or reasons, but no question (# ask:en: …).</source>
        <translation>답이나 이유는 있는데 질문(# ask:en: …)이 없습니다.</translation>
    </message>
    <message>
        <source>A question wants either choices (# answer:en: …) or an object (# answer:-&gt; …).</source>
        <translation>질문에는 보기(# answer:en: …)나 객체(# answer:-&gt; …) 가운데 하나가 있어야 합니다.</translation>
    </message>
    <message>
        <source>The question has %2 right answers in the language %1, not one (# answer:%1:* …).</source>
        <translation>%1 언어의 질문에는 맞는 답이 하나여야 하는데 %2개입니다(# answer:%1:* …).</translation>
    </message>
    <message>
        <source>title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>text</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>The picture is of line %1, which never runs.</source>
        <translation>그림으로 고른 %1행은 한 번도 실행되지 않습니다.</translation>
    </message>
    <message>
        <source>There are no English texts, which are shown where a reader's language is missing.</source>
        <translation>영어 글이 없습니다. 읽는 사람의 언어가 없을 때는 영어 글이 표시됩니다.</translation>
    </message>
    <message>
        <source>The language %1 misses a part: %2.</source>
        <translation>%1 언어에 빠진 부분이 있습니다: %2.</translation>
    </message>
    <message>
        <source>question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>답</translation>
    </message>
    <message>
        <source>why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>The answer is no object there: %1 leads to nothing.</source>
        <translation>답이 가리키는 객체가 그곳에 없습니다: %1.</translation>
    </message>
    <message>
        <source>No call returns from line %1.</source>
        <translation>%1행에서 반환하는 호출이 없습니다.</translation>
    </message>
    <message>
        <source>Calls do not return from line %1 %2 times; the last time is %3.</source>
        <translation>%1행에서 %2번 반환하지 않습니다. 마지막이 %3번째입니다.</translation>
    </message>
    <message>
        <source>Line %1 never runs.</source>
        <translation>%1행은 한 번도 실행되지 않습니다.</translation>
    </message>
    <message>
        <source>Line %1 does not run %2 times; the last time is %3.</source>
        <translation>%1행은 %2번 실행되지 않습니다. 마지막이 %3번째입니다.</translation>
    </message>
    <message>
        <source>The answers in the language %1 are not those in English, in the same order.</source>
        <translation>%1 언어의 답이 영어의 답과 수나 순서가 다릅니다.</translation>
    </message>
    <message>
        <source>There is nothing of that kind to predict at this stop.</source>
        <translation>이 지점에는 그렇게 예측할 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>memtape::LessonCheckView</name>
    <message>
        <source>Line %1: %2</source>
        <translation>%1행: %2</translation>
    </message>
    <message>
        <source>The lesson has no mistakes.</source>
        <translation>학습에 잘못된 곳이 없습니다.</translation>
    </message>
    <message>
        <source>One mistake in the lesson:</source>
        <translation>학습에 잘못된 곳이 하나 있습니다:</translation>
    </message>
    <message>
        <source>%1 mistakes in the lesson:</source>
        <translation>학습에 잘못된 곳이 %1군데 있습니다:</translation>
    </message>
    <message>
        <source>Mistakes in the lesson</source>
        <translation>학습의 잘못된 곳</translation>
    </message>
</context>
<context>
    <name>memtape::LessonChecks</name>
    <message>
        <source>This text is no lesson: no comment of it begins with # lesson:en:</source>
        <translation>이 글은 학습이 아닙니다. # lesson:en: 으로 시작하는 주석이 없습니다.</translation>
    </message>
</context>
<context>
    <name>memtape::LessonGallery</name>
    <message>
        <source>What the article simplifies</source>
        <translation>글에서 간단히 넘어간 것들</translation>
    </message>
    <message>
        <source>To be read at the end: names and objects, counting and collecting, and what is only CPython's way.</source>
        <translation>마지막에 읽을 글입니다. 이름과 객체, 참조 세기와 수거, 그리고 CPython만의 방식을 다룹니다.</translation>
    </message>
    <message>
        <source>Your own lessons</source>
        <translation>직접 만든 학습</translation>
    </message>
    <message>
        <source>There is no lesson in this folder.</source>
        <translation>이 폴더에는 학습이 없습니다.</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Back to the program</source>
        <translation>프로그램으로 돌아가기</translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1, 마침</translation>
    </message>
    <message>
        <source>Something is wrong with this lesson. Open it and choose Lesson ▸ Check.</source>
        <translation>이 학습에 잘못된 곳이 있습니다. 연 다음 메뉴에서 학습 ▸ 학습 검사를 고르세요.</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>다른 폴더 고르기…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>폴더 고르기…</translation>
    </message>
    <message>
        <source>Show this folder no more</source>
        <translation>이 폴더를 더 보이지 않기</translation>
    </message>
</context>
<context>
    <name>memtape::LessonPanel</name>
    <message>
        <source>Click it in the picture, or choose it with Ctrl+↓ and press Enter.</source>
        <translation>그림에서 클릭하거나, Ctrl+↓로 고르고 Enter를 누르세요.</translation>
    </message>
    <message>
        <source>Not so. Look at the picture once more.</source>
        <translation>그렇지 않습니다. 그림을 다시 보세요.</translation>
    </message>
    <message>
        <source>Earlier stop</source>
        <translation>이전 지점</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Next stop</source>
        <translation>다음 지점</translation>
    </message>
    <message>
        <source>Previous lesson</source>
        <translation>이전 학습</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>다음 학습</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>학습</translation>
    </message>
</context>
<context>
    <name>memtape::Lessons</name>
    <message>
        <source>A folder of your own lessons</source>
        <translation>직접 만든 학습의 폴더</translation>
    </message>
    <message>
        <source>There is no lesson in that folder: a lesson is a program with comments that begin with # lesson:en:</source>
        <translation>그 폴더에는 학습이 없습니다. 학습은 # lesson:en: 으로 시작하는 주석이 있는 프로그램입니다.</translation>
    </message>
</context>
<context>
    <name>memtape::Limits</name>
    <message>
        <source>Steps</source>
        <translation>단계 수</translation>
    </message>
    <message>
        <source>Ends a program that would never end by itself, such as an endless loop.</source>
        <translation>무한 반복처럼 스스로 끝나지 않는 프로그램을 멈춥니다.</translation>
    </message>
    <message>
        <source>Heap</source>
        <translation>힙</translation>
    </message>
    <message>
        <source>Ends a program whose objects would fill this computer's memory.</source>
        <translation>객체가 이 컴퓨터의 메모리를 가득 채울 프로그램을 멈춥니다.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>What the recording itself may take in memory: each step adds a few bytes to it.</source>
        <translation>기록 자체가 메모리에서 차지할 수 있는 크기입니다. 단계마다 몇 바이트씩 늘어납니다.</translation>
    </message>
    <message>
        <source>Files of the program</source>
        <translation>프로그램의 파일</translation>
    </message>
    <message>
        <source>What a program writes lies in memory; beyond this it is told that the disk is full.</source>
        <translation>프로그램이 쓰는 파일은 메모리에 놓입니다. 이 크기를 넘으면 프로그램은 디스크가 가득 찼다는 오류를 받습니다.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Ends a program that prints more than anybody reads.</source>
        <translation>아무도 다 읽지 못할 만큼 많이 출력하는 프로그램을 멈춥니다.</translation>
    </message>
</context>
<context>
    <name>memtape::LimitsPanel</name>
    <message>
        <source>Limits of a recording</source>
        <translation>기록의 한도</translation>
    </message>
    <message>
        <source>They hold from the next recording on. What was recorded until one is reached is kept.</source>
        <translation>다음 기록부터 쓰입니다. 한도에 이르러도 그때까지의 기록은 모두 남습니다.</translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>다시 기록</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>기본값 %1</translation>
    </message>
</context>
<context>
    <name>memtape::MainWindow</name>
    <message>
        <source>%1 – Memtape</source>
        <translation>%1 – Memtape</translation>
    </message>
</context>
<context>
    <name>memtape::MapCanvas</name>
    <message>
        <source>Map of memory</source>
        <translation>메모리 지도</translation>
    </message>
    <message>
        <source>Show fewer pools of this size</source>
        <translation>이 크기의 풀을 줄여 보기</translation>
    </message>
    <message>
        <source>Show all pools of this size</source>
        <translation>이 크기의 풀을 모두 보기</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>%1행</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>스택</translation>
    </message>
    <message>
        <source>frames one after the other; %1</source>
        <translation>프레임이 차례로 놓임, %1</translation>
    </message>
    <message>
        <source>model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>… %1 …</source>
        <translation>… %1개 …</translation>
    </message>
    <message>
        <source>free</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>top: + %1</source>
        <translation>맨 위: + %1</translation>
    </message>
    <message>
        <source>top: %1 %2</source>
        <translation>맨 위: %1 %2</translation>
    </message>
    <message>
        <source>%1 bytes of head, then slots for names and for the evaluation stack</source>
        <translation>머리 %1바이트, 이어서 이름과 평가 스택의 자리</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>Heap</source>
        <translation>힙</translation>
    </message>
    <message>
        <source>pools of %1 kB, blocks of one size in each</source>
        <translation>%1 kB짜리 풀, 풀마다 블록 크기는 하나</translation>
    </message>
    <message>
        <source>This recording tells nothing of pools: record the program again.</source>
        <translation>이 기록에는 풀에 관한 내용이 없습니다. 프로그램을 다시 기록하세요.</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>blocks used</source>
        <translation>쓰는 블록</translation>
    </message>
    <message>
        <source>Nothing of this program lies in the heap yet.</source>
        <translation>이 프로그램의 것이 아직 힙에 없습니다.</translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation>인터프리터</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>이 프로그램</translation>
    </message>
    <message>
        <source>just made</source>
        <translation>방금 생김</translation>
    </message>
    <message>
        <source>just freed</source>
        <translation>방금 해제</translation>
    </message>
    <message>
        <source>next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>%1 of %2 blocks used</source>
        <translation>블록 %2개 중 %1개 사용</translation>
    </message>
    <message>
        <source>fewer pools</source>
        <translation>풀 줄여 보기</translation>
    </message>
    <message>
        <source>… 1 more pool, %1</source>
        <translation>… 풀 1개 더, %1</translation>
    </message>
    <message>
        <source>… %1 more pools, %2</source>
        <translation>… 풀 %1개 더, %2</translation>
    </message>
    <message>
        <source>new</source>
        <translation>새 풀</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>Fragmentation</source>
        <translation>단편화</translation>
    </message>
    <message>
        <source>%1 % free</source>
        <translation>%1 % 비어 있음</translation>
    </message>
</context>
<context>
    <name>memtape::MapView</name>
    <message>
        <source>Nothing is known of how this language lays memory out.</source>
        <translation>이 언어가 메모리를 어떻게 배치하는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Nothing recorded yet.</source>
        <translation>아직 기록한 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>memtape::MapWords</name>
    <message>
        <source>1 frame pushed: one pointer moved</source>
        <translation>프레임 1개를 쌓음: 포인터 하나만 옮김</translation>
    </message>
    <message>
        <source>%1 frames pushed: one pointer moved each</source>
        <translation>프레임 %1개를 쌓음: 매번 포인터 하나만 옮김</translation>
    </message>
    <message>
        <source>1 frame popped: one pointer moved</source>
        <translation>프레임 1개를 내림: 포인터 하나만 옮김</translation>
    </message>
    <message>
        <source>%1 frames popped: one pointer moved each</source>
        <translation>프레임 %1개를 내림: 매번 포인터 하나만 옮김</translation>
    </message>
    <message>
        <source>1 block taken, %1</source>
        <translation>블록 1개를 가져옴, %1</translation>
    </message>
    <message>
        <source>%1 blocks taken, %2</source>
        <translation>블록 %1개를 가져옴, %2</translation>
    </message>
    <message>
        <source>; 1 new pool</source>
        <translation>, 새 풀 1개</translation>
    </message>
    <message>
        <source>; %1 new pools</source>
        <translation>, 새 풀 %1개</translation>
    </message>
    <message>
        <source>1 block given back, %1</source>
        <translation>블록 1개를 돌려줌, %1</translation>
    </message>
    <message>
        <source>%1 blocks given back, %2</source>
        <translation>블록 %1개를 돌려줌, %2</translation>
    </message>
    <message>
        <source>no frame and no block: memory is laid out as before</source>
        <translation>프레임도 블록도 그대로: 메모리 배치가 바뀌지 않음</translation>
    </message>
    <message>
        <source>%1 of %2 bytes used</source>
        <translation>%2바이트 중 %1바이트 사용</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>호출 %2번 중 %1번</translation>
    </message>
    <message>
        <source>%1 bytes of frames</source>
        <translation>프레임 %1바이트</translation>
    </message>
    <message>
        <source>%1; %2 at the limit, if %3 goes on calling itself</source>
        <translation>%1. %3의 재귀 호출이 한도까지 이어지면 %2바이트</translation>
    </message>
    <message>
        <source>%1: the frames will be left one by one, until one handles it</source>
        <translation>%1: 처리하는 곳이 나올 때까지 프레임을 하나씩 떠납니다</translation>
    </message>
    <message>
        <source>%1 is on its way: 1 frame is gone</source>
        <translation>%1 전달 중: 프레임 1개가 사라짐</translation>
    </message>
    <message>
        <source>%1 is on its way: %2 frames are gone</source>
        <translation>%1 전달 중: 프레임 %2개가 사라짐</translation>
    </message>
    <message>
        <source>1 pool holds something of this program</source>
        <translation>이 프로그램의 것이 든 풀 1개</translation>
    </message>
    <message>
        <source>%1 pools hold something of this program</source>
        <translation>이 프로그램의 것이 든 풀 %1개</translation>
    </message>
    <message>
        <source>%1: %2 bytes, %3 of them free, each block for its own size only.</source>
        <translation>%1: 모두 %2바이트, 그중 %3바이트가 비어 있으며, 블록은 저마다 정해진 크기에만 쓰입니다.</translation>
    </message>
    <message>
        <source>beside an object: items, a table or the like</source>
        <translation>객체에 딸린 블록: 항목이나 표 따위</translation>
    </message>
    <message>
        <source>beside an object of the interpreter</source>
        <translation>인터프리터의 객체에 딸린 블록</translation>
    </message>
    <message>
        <source>%1, of the interpreter or a library</source>
        <translation>%1, 인터프리터나 라이브러리의 객체</translation>
    </message>
    <message>
        <source>%1, made by line %2 just now</source>
        <translation>%1, 방금 %2행에서 만듦</translation>
    </message>
    <message>
        <source>%1, made by line %2</source>
        <translation>%1, %2행에서 만듦</translation>
    </message>
    <message>
        <source>block %1, %2</source>
        <translation>블록 %1, %2</translation>
    </message>
    <message>
        <source>%1 bytes before it, for the collector and the allocator; then the object</source>
        <translation>앞의 %1바이트는 순환 GC와 할당기의 몫, 그다음이 객체</translation>
    </message>
    <message>
        <source>given back by the line just run; it can be used again</source>
        <translation>방금 실행한 행이 돌려준 블록, 재사용 가능</translation>
    </message>
    <message>
        <source>free, or kept by a type for its next object</source>
        <translation>비어 있거나, 타입이 다음 객체를 위해 맡아 둔 블록</translation>
    </message>
    <message>
        <source>the run uses it next of its size: before the next step</source>
        <translation>이 크기에서 다음에 쓰일 블록: 다음 단계 전에 쓰임</translation>
    </message>
    <message>
        <source>the run uses it next of its size: after step %1</source>
        <translation>이 크기에서 다음에 쓰일 블록: 단계 %1 다음에 쓰임</translation>
    </message>
    <message>
        <source>Next: the free block of a size that the run uses first. Mostly it is the one that was given back last.</source>
        <translation>다음: 크기마다 가장 먼저 쓰일 빈 블록. 대개 마지막에 돌려받은 블록입니다.</translation>
    </message>
    <message>
        <source>In this very step: that of %1 bytes.</source>
        <translation>이번 단계에 쓰이는 것: %1바이트 블록.</translation>
    </message>
    <message>
        <source>frame of %1: %2</source>
        <translation>%1의 프레임: %2</translation>
    </message>
    <message>
        <source>%1 bytes of head, %2 slots for names, %3 for the evaluation stack</source>
        <translation>머리 %1바이트, 이름 자리 %2개, 평가 스택 자리 %3개</translation>
    </message>
</context>
<context>
    <name>memtape::Menus</name>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
</context>
<context>
    <name>memtape::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>memtape::Messages</name>
    <message>
        <source>Go to where it was raised</source>
        <translation>예외가 발생한 곳으로</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>다시 기록</translation>
    </message>
    <message>
        <source>Stopped at step %1; everything until then is here.</source>
        <translation>단계 %1: 여기서 멈추었습니다. 그때까지의 기록은 모두 있습니다.</translation>
    </message>
    <message>
        <source>Every thread waits for another; the program stopped at step %1.</source>
        <translation>모든 스레드가 서로를 기다려 %1단계에서 프로그램이 멈췄습니다.</translation>
    </message>
    <message>
        <source>The limit of %1 steps stopped the program at step %2; everything until then is here.</source>
        <translation>단계 %2: 단계 수가 한도 %1에 이르러 프로그램을 멈추었습니다. 그때까지의 기록은 모두 있습니다.</translation>
    </message>
    <message>
        <source>The program's heap reached its limit of %1 at step %2; everything until then is here.</source>
        <translation>단계 %2: 프로그램의 힙이 한도 %1에 이르렀습니다. 그때까지의 기록은 모두 있습니다.</translation>
    </message>
    <message>
        <source>The recording reached its limit of %1 at step %2; everything until then is here.</source>
        <translation>단계 %2: 기록이 한도 %1에 이르렀습니다. 그때까지의 기록은 모두 있습니다.</translation>
    </message>
    <message>
        <source>The program's output reached its limit of %1 at step %2; everything until then is here.</source>
        <translation>단계 %2: 프로그램의 출력이 한도 %1에 이르렀습니다. 그때까지의 기록은 모두 있습니다.</translation>
    </message>
    <message>
        <source>The program's files reached their limit of %1 at step %2, and it was told that the disk is full.</source>
        <translation>단계 %2: 프로그램의 파일이 한도 %1에 이르러, 프로그램은 디스크가 가득 찼다는 오류를 받았습니다.</translation>
    </message>
    <message>
        <source>Record further</source>
        <translation>더 기록하기</translation>
    </message>
    <message>
        <source>Record again with %1</source>
        <translation>%1까지 다시 기록</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>한도…</translation>
    </message>
    <message>
        <source>The process in which the program ran was killed at step %1, perhaps for want of memory; everything until then is here.</source>
        <translation>단계 %1: 프로그램을 실행하던 프로세스가 강제로 종료되었습니다. 메모리가 부족했을 수 있습니다. 그때까지의 기록은 모두 있습니다.</translation>
    </message>
    <message>
        <source>The process in which the program ran was ended by %1 at step %2; everything until then is here.</source>
        <translation>단계 %2: 프로그램을 실행하던 프로세스가 %1 신호로 종료되었습니다. 그때까지의 기록은 모두 있습니다.</translation>
    </message>
    <message>
        <source>The process in which the program ran sent what makes no sense, so it was ended at step %1; everything until then is here.</source>
        <translation>단계 %1: 프로그램을 실행하던 프로세스가 알 수 없는 데이터를 보내 종료시켰습니다. 그때까지의 기록은 모두 있습니다.</translation>
    </message>
    <message>
        <source>The process in which the program ran ended by itself at step %1; everything until then is here.</source>
        <translation>단계 %1: 프로그램을 실행하던 프로세스가 스스로 종료되었습니다. 그때까지의 기록은 모두 있습니다.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1행: %2</translation>
    </message>
    <message>
        <source>Edited since recorded; this picture is of the old program.</source>
        <translation>기록한 뒤 수정되었습니다. 이 그림은 수정 전 프로그램의 것입니다.</translation>
    </message>
</context>
<context>
    <name>memtape::ObjectPhrase</name>
    <message>
        <source>a released object</source>
        <translation>해제된 객체</translation>
    </message>
    <message>
        <source>the new class %1</source>
        <translation>새 %1 클래스</translation>
    </message>
    <message>
        <source>the class %1</source>
        <translation>%1 클래스</translation>
    </message>
    <message>
        <source>the new function %1</source>
        <translation>새 %1 함수</translation>
    </message>
    <message>
        <source>the function %1</source>
        <translation>%1 함수</translation>
    </message>
    <message>
        <source>the module %1</source>
        <translation>%1 모듈 객체</translation>
    </message>
    <message>
        <source>a new %1</source>
        <translation>새 %1 객체</translation>
    </message>
    <message>
        <source>the %1</source>
        <translation>%1 객체</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1 객체</translation>
    </message>
    <message>
        <source>a new empty %1</source>
        <translation>새로운 빈 %1 객체</translation>
    </message>
    <message>
        <source>the empty %1</source>
        <translation>빈 %1 객체</translation>
    </message>
    <message>
        <source>a new %1 of %2</source>
        <translation>새 %1 객체(항목 %2개)</translation>
    </message>
    <message>
        <source>the %1 of %2</source>
        <translation>%1 객체(항목 %2개)</translation>
    </message>
    <message>
        <source>a new %1 (%2)</source>
        <translation>새 %1 객체(%2)</translation>
    </message>
    <message>
        <source>the %1 (%2)</source>
        <translation>%1 객체(%2)</translation>
    </message>
</context>
<context>
    <name>memtape::ObjectText</name>
    <message>
        <source>built-in</source>
        <translation>내장 함수</translation>
    </message>
    <message>
        <source>a released object</source>
        <translation>해제된 객체</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 (항목 %2개)</translation>
    </message>
    <message>
        <source>empty %1</source>
        <translation>빈 %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>the class %1</source>
        <translation>클래스 %1</translation>
    </message>
    <message>
        <source>the function %1</source>
        <translation>함수 %1</translation>
    </message>
    <message>
        <source>the module %1</source>
        <translation>모듈 %1</translation>
    </message>
    <message>
        <source>the %1</source>
        <translation>%1 객체</translation>
    </message>
    <message>
        <source>1 reference</source>
        <translation>참조 1개</translation>
    </message>
    <message>
        <source>%1 references</source>
        <translation>참조 %1개</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1바이트</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1바이트</translation>
    </message>
</context>
<context>
    <name>memtape::OutlookWords</name>
    <message>
        <source>More follows in the same line.</source>
        <translation>같은 행에 이어지는 문장이 있습니다.</translation>
    </message>
    <message>
        <source>First the method %1 is called on %2.</source>
        <translation>먼저 %2의 %1 메서드를 호출합니다.</translation>
    </message>
    <message>
        <source>First %1 is called, which makes an object.</source>
        <translation>먼저 %1 클래스를 호출해 객체를 만듭니다.</translation>
    </message>
    <message>
        <source>First %1 is called, in a frame of its own.</source>
        <translation>먼저 %1 함수를 새 프레임에서 호출합니다.</translation>
    </message>
    <message>
        <source>First the built-in %1 is called; it needs no frame.</source>
        <translation>먼저 내장 함수 %1 호출이 일어납니다. 프레임은 필요 없습니다.</translation>
    </message>
    <message>
        <source>First %1 is called.</source>
        <translation>먼저 %1 호출이 일어납니다.</translation>
    </message>
    <message>
        <source>%1 will refer to the object to which %2 leads.</source>
        <translation>%1 참조가 %2 자리의 객체를 가리키게 됩니다.</translation>
    </message>
    <message>
        <source>%1 will refer to the same object as %2: %3. Nothing will be copied.</source>
        <translation>%1 참조가 %2 참조와 같은 객체를 가리키게 됩니다: %3. 복사는 하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 will refer to the same object as %2: %3.</source>
        <translation>%1 참조가 %2 참조와 같은 객체를 가리키게 됩니다: %3.</translation>
    </message>
    <message>
        <source>%1 will refer to the object %2.</source>
        <translation>%1 참조가 %2 객체를 가리키게 됩니다.</translation>
    </message>
    <message>
        <source>A new %1 will be made, and %2 will refer to it.</source>
        <translation>새 %1 객체를 만들고, %2 참조가 그것을 가리키게 됩니다.</translation>
    </message>
    <message>
        <source>A new %1 will be made, and %2 will all refer to this one object.</source>
        <translation>새 %1 객체를 하나 만들고, %2 참조가 모두 그 한 객체를 가리키게 됩니다.</translation>
    </message>
    <message>
        <source>Then %1 will refer to what it returns.</source>
        <translation>그다음 %1 참조가 반환된 객체를 가리키게 됩니다.</translation>
    </message>
    <message>
        <source>First the frame may pause to wait; then %1 will refer to what comes back.</source>
        <translation>먼저 프레임이 멈추고 기다릴 수 있습니다. 그다음 %1 참조가 돌려받은 객체를 가리키게 됩니다.</translation>
    </message>
    <message>
        <source>First %1 is worked out; then %2 will refer to the result.</source>
        <translation>먼저 %1 식을 계산한 다음, %2 참조가 그 결과를 가리키게 됩니다.</translation>
    </message>
    <message>
        <source>First %1 is worked out; then %2 will all refer to the one result.</source>
        <translation>먼저 %1 식을 계산한 다음, %2 참조가 모두 그 한 결과를 가리키게 됩니다.</translation>
    </message>
    <message>
        <source>First the whole right side is worked out: %1. Then, one after the other, %2 will refer to its parts.</source>
        <translation>먼저 오른쪽 전체를 계산합니다: %1. 그다음 %2 참조가 차례로 그 구성 요소를 가리키게 됩니다.</translation>
    </message>
    <message>
        <source>The object itself will be changed by %1, for all names that refer to it: %2.</source>
        <translation>%1 연산이 객체 자체를 바꾸므로, 이 객체를 가리키는 모든 이름에서 바뀐 것이 보입니다: %2.</translation>
    </message>
    <message>
        <source>First %1 %2 %3 is worked out; then %1 will refer to the result. The object before stays as it is: %4.</source>
        <translation>먼저 %1 %2 %3 식을 계산한 다음, %1 참조가 그 결과를 가리키게 됩니다. 원래 객체는 그대로입니다: %4.</translation>
    </message>
    <message>
        <source>First %1 %2 %3 is worked out; then %1 will refer to the result.</source>
        <translation>먼저 %1 %2 %3 식을 계산한 다음, %1 참조가 그 결과를 가리키게 됩니다.</translation>
    </message>
    <message>
        <source>The frame may pause to wait: %1.</source>
        <translation>프레임이 멈추고 기다릴 수 있습니다: %1.</translation>
    </message>
    <message>
        <source>The expression %1 is worked out; nobody keeps its result.</source>
        <translation>%1 식을 계산하지만, 그 결과를 가리키는 것은 없습니다.</translation>
    </message>
    <message>
        <source>The method %1 is called on %2, which it may change.</source>
        <translation>%2의 %1 메서드를 호출합니다. 이 객체가 바뀔 수 있습니다.</translation>
    </message>
    <message>
        <source>The class %1 is called and makes an object, which nothing keeps.</source>
        <translation>%1 클래스를 호출해 객체를 만들지만, 그것을 가리키는 것은 없습니다.</translation>
    </message>
    <message>
        <source>The function %1 is called: a frame of its own goes on the stack.</source>
        <translation>%1 함수를 호출합니다. 스택에 새 프레임이 생깁니다.</translation>
    </message>
    <message>
        <source>The built-in %1 is called; it needs no frame.</source>
        <translation>내장 함수 %1 호출이 일어납니다. 프레임은 필요 없습니다.</translation>
    </message>
    <message>
        <source>A call: %1.</source>
        <translation>호출: %1.</translation>
    </message>
    <message>
        <source>The call of %1 will end; its frame will go.</source>
        <translation>%1 호출이 끝나고 프레임이 사라집니다.</translation>
    </message>
    <message>
        <source>First %1 is worked out. Then the call of %2 will end and its frame will go; the result stays.</source>
        <translation>먼저 %1 식을 계산합니다. 그다음 %2 호출이 끝나 프레임은 사라지고 결과는 남습니다.</translation>
    </message>
    <message>
        <source>The call of %1 will end and its frame will go; the object that it returns stays: %2.</source>
        <translation>%1 호출이 끝나 프레임은 사라지고, 반환하는 객체는 남습니다: %2.</translation>
    </message>
    <message>
        <source>The name %1 will be removed.</source>
        <translation>%1 이름을 삭제합니다.</translation>
    </message>
    <message>
        <source>The name %1 will be removed. It is the only reference to its object: %2.</source>
        <translation>%1 이름을 삭제합니다. 이 객체를 가리키는 유일한 참조입니다: %2.</translation>
    </message>
    <message>
        <source>The name %1 will be removed. Its object has other references and is not released by that: %2.</source>
        <translation>%1 이름을 삭제합니다. 객체에는 다른 참조가 있어 해제되지 않습니다: %2.</translation>
    </message>
    <message>
        <source>References will be removed: %1. An object goes only if nothing else refers to it.</source>
        <translation>참조를 삭제합니다: %1. 객체는 다른 참조가 없을 때만 해제됩니다.</translation>
    </message>
    <message>
        <source>The module %1 will be loaded, unless it is already; %2 will refer to it.</source>
        <translation>%1 모듈이 아직 없으면 불러오고, %2 이름이 그것을 가리키게 됩니다.</translation>
    </message>
    <message>
        <source>The module %1 will be loaded, unless it is already; all its public names come here.</source>
        <translation>%1 모듈이 아직 없으면 불러오고, 공개된 이름을 모두 여기로 가져옵니다.</translation>
    </message>
    <message>
        <source>The module %1 will be loaded, unless it is already; of what it has, %2 will be names here.</source>
        <translation>%1 모듈이 아직 없으면 불러오고, 그중 %2 이름을 여기로 가져옵니다.</translation>
    </message>
    <message>
        <source>Nothing will happen in memory.</source>
        <translation>메모리에서는 아무 일도 일어나지 않습니다.</translation>
    </message>
    <message>
        <source>The statement that began in line %1 goes on.</source>
        <translation>%1행에서 시작한 문장이 이어집니다.</translation>
    </message>
    <message>
        <source>This will be printed: %1.</source>
        <translation>다음을 출력합니다: %1.</translation>
    </message>
    <message>
        <source>An empty line will be printed.</source>
        <translation>빈 줄을 출력합니다.</translation>
    </message>
    <message>
        <source>The items %1 will be replaced by those of %2.</source>
        <translation>%1 자리의 항목들이 %2의 항목들로 바뀝니다.</translation>
    </message>
    <message>
        <source>The call of %1 will hand out an object and pause: %2.</source>
        <translation>%1 호출이 객체를 내주고 멈춥니다: %2.</translation>
    </message>
    <message>
        <source>The call of %1 will pause.</source>
        <translation>%1 호출이 멈춥니다.</translation>
    </message>
    <message>
        <source>A function object will be made, and the name %1 will refer to it. Its body does not run yet.</source>
        <translation>함수 객체를 만들고, %1 이름이 그것을 가리키게 됩니다. 함수 본문은 아직 실행하지 않습니다.</translation>
    </message>
    <message>
        <source>The class body will run at once; then a class object will be made, and the name %1 will refer to it.</source>
        <translation>클래스 본문을 바로 실행한 다음 클래스 객체를 만들고, %1 이름이 그것을 가리키게 됩니다.</translation>
    </message>
    <message>
        <source>What is defined below will be handed to %1, and the name gets what that returns.</source>
        <translation>아래에서 정의하는 것을 %1 데코레이터에 넘기고, 이름은 그 반환값을 가리키게 됩니다.</translation>
    </message>
    <message>
        <source>The next item of %1 comes to %2; when there is none left, the loop ends.</source>
        <translation>%2 이름이 %1 안의 다음 항목을 가리키게 됩니다. 남은 항목이 없으면 반복이 끝납니다.</translation>
    </message>
    <message>
        <source>The condition %1 is tested: while it is true, the loop's body runs.</source>
        <translation>%1 조건을 검사합니다. 참인 동안 반복문의 본문을 실행합니다.</translation>
    </message>
    <message>
        <source>The condition %1 is tested: what follows it runs only if it is true.</source>
        <translation>%1 조건을 검사합니다. 참일 때만 뒤에 오는 문장을 실행합니다.</translation>
    </message>
    <message>
        <source>The condition %1 is tested: the lines below it run only if it is true.</source>
        <translation>%1 조건을 검사합니다. 참일 때만 아래 행들을 실행합니다.</translation>
    </message>
    <message>
        <source>The condition %1 is tested: an exception is raised if it is false.</source>
        <translation>%1 조건을 검사합니다. 거짓이면 예외가 발생합니다.</translation>
    </message>
    <message>
        <source>An exception will be raised: %1.</source>
        <translation>예외를 일으킵니다: %1.</translation>
    </message>
    <message>
        <source>The exception being handled will be raised again.</source>
        <translation>처리 중인 예외를 다시 일으킵니다.</translation>
    </message>
    <message>
        <source>Nothing changes yet: exceptions in the lines below can be caught.</source>
        <translation>아직 바뀌는 것은 없습니다. 아래 행들에서 생기는 예외를 처리할 수 있게 됩니다.</translation>
    </message>
    <message>
        <source>Whatever exception it is, it will be caught here.</source>
        <translation>어떤 예외든 여기서 처리합니다.</translation>
    </message>
    <message>
        <source>If the exception is one of %1, it is caught here, and the name %2 will refer to it.</source>
        <translation>%1 예외이면 여기서 처리하고, %2 이름이 그 예외를 가리키게 됩니다.</translation>
    </message>
    <message>
        <source>If the exception is one of %1, it is caught here.</source>
        <translation>%1 예외이면 여기서 처리합니다.</translation>
    </message>
    <message>
        <source>The context %1 is entered, and %2 refers to what it gives; or, after the lines below, it is left.</source>
        <translation>%1 컨텍스트에 들어가고, %2 이름이 거기서 받은 객체를 가리키게 됩니다. 아래 행들이 끝난 뒤라면 컨텍스트에서 나옵니다.</translation>
    </message>
    <message>
        <source>The context %1 is entered; or, after the lines below, it is left.</source>
        <translation>%1 컨텍스트에 들어갑니다. 아래 행들이 끝난 뒤라면 나옵니다.</translation>
    </message>
    <message>
        <source>The loop ends here.</source>
        <translation>반복이 여기서 끝납니다.</translation>
    </message>
    <message>
        <source>The loop goes on with its next round.</source>
        <translation>반복문의 다음 차례로 넘어갑니다.</translation>
    </message>
    <message>
        <source>The object of %1 will be held against the patterns below.</source>
        <translation>%1 객체를 아래 패턴들과 비교합니다.</translation>
    </message>
    <message>
        <source>The pattern %1 is tried: the lines below it run only if it fits.</source>
        <translation>%1 패턴을 맞춰 봅니다. 맞을 때만 아래 행들을 실행합니다.</translation>
    </message>
</context>
<context>
    <name>memtape::OutputView</name>
    <message>
        <source>No output up to this step.</source>
        <translation>이 단계까지 출력이 없습니다.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
</context>
<context>
    <name>memtape::Page</name>
    <message>
        <source>English</source>
        <translation>한국어</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Printed so far</source>
        <translation>지금까지의 출력</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>Call stack and heap; what happened is told below in words</source>
        <translation>호출 스택과 힙. 일어난 일은 아래에 글로 적혀 있습니다</translation>
    </message>
    <message>
        <source>Call stack</source>
        <translation>호출 스택</translation>
    </message>
    <message>
        <source>Heap</source>
        <translation>힙</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
    <message>
        <source>Click the object in the picture.</source>
        <translation>그림에서 그 객체를 누르세요.</translation>
    </message>
    <message>
        <source>Not that. Try once more.</source>
        <translation>아닙니다. 다시 해 보세요.</translation>
    </message>
    <message>
        <source>Drag from a dot to an object, or choose its letter below.</source>
        <translation>점에서 객체까지 끌어 놓거나, 아래에서 객체의 글자를 고르세요.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Not yet: ✕ leads elsewhere, ? is missing. Change it, and check once more.</source>
        <translation>아직 아닙니다. ✕는 다른 곳으로 이어지고, ?는 빠져 있습니다. 고친 다음 다시 확인해 보세요.</translation>
    </message>
    <message>
        <source>Moving through the run</source>
        <translation>실행 따라가기</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>첫 단계</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>마지막 단계</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Step to show</source>
        <translation>보여 줄 단계</translation>
    </message>
    <message>
        <source>← → step, Home and End, Space plays</source>
        <translation>← → 한 단계씩, Home과 End는 처음과 끝, 스페이스는 재생</translation>
    </message>
    <message>
        <source>made with Memtape</source>
        <translation>Memtape로 만듦</translation>
    </message>
    <message>
        <source>A page of %1 steps would have about %2 MB; choose a range of up to %3 (--range A:B).</source>
        <translation>%1단계짜리 페이지는 약 %2 MB가 됩니다. %3단계 이하의 범위를 고르세요(--range A:B).</translation>
    </message>
</context>
<context>
    <name>memtape::PartWords</name>
    <message>
        <source>a name is looked up</source>
        <translation>이름을 찾습니다</translation>
    </message>
    <message>
        <source>an attribute is looked up</source>
        <translation>속성을 찾습니다</translation>
    </message>
    <message>
        <source>an item is taken</source>
        <translation>항목을 꺼냅니다</translation>
    </message>
    <message>
        <source>an operator works its result out</source>
        <translation>연산자가 결과를 계산합니다</translation>
    </message>
    <message>
        <source>two values are compared</source>
        <translation>두 값을 비교합니다</translation>
    </message>
    <message>
        <source>whether it counts as true</source>
        <translation>참으로 치는지 봅니다</translation>
    </message>
    <message>
        <source>the result is known, so the rest is not looked at</source>
        <translation>결과를 이미 알므로 나머지는 보지 않습니다</translation>
    </message>
    <message>
        <source>a call</source>
        <translation>호출합니다</translation>
    </message>
    <message>
        <source>an object is put together</source>
        <translation>객체를 만듭니다</translation>
    </message>
    <message>
        <source>a value becomes text</source>
        <translation>값을 문자열로 바꿉니다</translation>
    </message>
    <message>
        <source>an iterator to go through it</source>
        <translation>차례로 꺼낼 반복자를 얻습니다</translation>
    </message>
    <message>
        <source>the next item, if there is one</source>
        <translation>다음 항목이 있으면 꺼냅니다</translation>
    </message>
    <message>
        <source>taken apart into its items</source>
        <translation>항목으로 풀어 놓습니다</translation>
    </message>
    <message>
        <source>the value is stored</source>
        <translation>값을 저장합니다</translation>
    </message>
    <message>
        <source>a name or part is deleted</source>
        <translation>이름이나 부분을 지웁니다</translation>
    </message>
    <message>
        <source>a context is entered</source>
        <translation>컨텍스트에 들어갑니다</translation>
    </message>
    <message>
        <source>a context is left</source>
        <translation>컨텍스트에서 나옵니다</translation>
    </message>
    <message>
        <source>an import</source>
        <translation>가져옵니다(import)</translation>
    </message>
    <message>
        <source>whether it matches</source>
        <translation>맞는지 봅니다</translation>
    </message>
    <message>
        <source>a value is given out, and one may come back</source>
        <translation>값을 내주고, 돌아오는 값을 받을 수 있습니다</translation>
    </message>
    <message>
        <source>waiting is over, with this result</source>
        <translation>기다림이 끝나고 이 결과를 얻습니다</translation>
    </message>
    <message>
        <source>an exception is raised</source>
        <translation>예외를 일으킵니다</translation>
    </message>
    <message>
        <source>the call returns</source>
        <translation>호출에서 돌아갑니다</translation>
    </message>
    <message>
        <source>At work: %1 (%2)</source>
        <translation>지금 할 일: %1 (%2)</translation>
    </message>
    <message>
        <source>%1 has raised an exception</source>
        <translation>예외가 일어난 곳: %1</translation>
    </message>
    <message>
        <source>All parts of the step are done.</source>
        <translation>이 단계의 부분이 모두 끝났습니다.</translation>
    </message>
</context>
<context>
    <name>memtape::Picture</name>
    <message>
        <source>evaluation stack</source>
        <translation>평가 스택</translation>
    </message>
    <message>
        <source>above it</source>
        <translation>그 위</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>%1, room for %2</source>
        <translation>%1, 확보 %2칸</translation>
    </message>
    <message>
        <source>weakly</source>
        <translation>약한 참조</translation>
    </message>
    <message>
        <source>%1 changed by line %2</source>
        <translation>%2행이 %1 바꿈</translation>
    </message>
    <message>
        <source>changed by line %1</source>
        <translation>%1행이 바꿈</translation>
    </message>
    <message>
        <source>unreachable but alive</source>
        <translation>도달 불가 (아직 살아 있음)</translation>
    </message>
    <message>
        <source>made by line %1</source>
        <translation>%1행이 만듦</translation>
    </message>
    <message>
        <source>made</source>
        <translation>만들어짐</translation>
    </message>
    <message>
        <source>… %1 more …</source>
        <translation>… %1개 더 …</translation>
    </message>
    <message>
        <source>yields from</source>
        <translation>yield from</translation>
    </message>
    <message>
        <source>awaits</source>
        <translation>기다리는 것</translation>
    </message>
    <message>
        <source>content</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>its object is gone</source>
        <translation>객체가 사라짐</translation>
    </message>
    <message>
        <source>its inside is not drawn</source>
        <translation>내부는 그리지 않음</translation>
    </message>
    <message>
        <source>no attributes</source>
        <translation>속성 없음</translation>
    </message>
    <message>
        <source>running: its frame is on the stack</source>
        <translation>실행 중: 프레임은 스택에 있음</translation>
    </message>
    <message>
        <source>suspended, no names yet</source>
        <translation>멈춰 있음, 아직 이름 없음</translation>
    </message>
    <message>
        <source>finished: its frame is gone</source>
        <translation>끝남: 프레임이 사라짐</translation>
    </message>
    <message>
        <source>given back by the program</source>
        <translation>프로그램이 반환</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>순환 GC 수거</translation>
    </message>
    <message>
        <source>released, its count reached 0</source>
        <translation>객체 해제 (참조 횟수 0)</translation>
    </message>
    <message>
        <source>Global names (a dict)</source>
        <translation>전역 이름 (dict)</translation>
    </message>
    <message>
        <source>thread %1</source>
        <translation>스레드 %1</translation>
    </message>
    <message>
        <source>main thread</source>
        <translation>메인 스레드</translation>
    </message>
    <message>
        <source>%1: waits its turn</source>
        <translation>%1: 차례를 기다림</translation>
    </message>
    <message>
        <source>%1: runs now</source>
        <translation>%1: 지금 실행 중</translation>
    </message>
    <message>
        <source>leaves by</source>
        <translation>예외로 나감</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>예외</translation>
    </message>
    <message>
        <source>Global names of an imported module (a dict)</source>
        <translation>가져온 모듈의 전역 이름 (dict)</translation>
    </message>
    <message>
        <source>module</source>
        <translation>모듈</translation>
    </message>
    <message>
        <source>Names of class %1 (a dict)</source>
        <translation>클래스 %1의 이름 (dict)</translation>
    </message>
    <message>
        <source>… %1 frames of %2 …</source>
        <translation>… %2 프레임 %1개 …</translation>
    </message>
    <message>
        <source>… %1 frames …</source>
        <translation>… 프레임 %1개 …</translation>
    </message>
    <message>
        <source>left by %1</source>
        <translation>%1 예외로 빠져나감</translation>
    </message>
    <message>
        <source>left by an exception</source>
        <translation>예외로 끝남</translation>
    </message>
    <message>
        <source>returned; its names are gone</source>
        <translation>반환됨. 이름들이 사라짐</translation>
    </message>
    <message>
        <source>… and 1 more frame …</source>
        <translation>… 그 밖에 프레임 1개 …</translation>
    </message>
    <message>
        <source>… and %1 more frames …</source>
        <translation>… 그 밖에 프레임 %1개 …</translation>
    </message>
    <message>
        <source>for … in</source>
        <translation>for … in</translation>
    </message>
    <message>
        <source>held by this line</source>
        <translation>이 행이 가지고 있음</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Open %1 of them</source>
        <translation>이 중 %1개 열기</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1개 열기</translation>
    </message>
    <message>
        <source>%1 made, %2 changed by line %3</source>
        <translation>%3행이 %1개 생성, %2개 변경</translation>
    </message>
    <message>
        <source>%1 made by line %2</source>
        <translation>%2행이 %1개 생성</translation>
    </message>
    <message>
        <source>%1 of them changed by line %2</source>
        <translation>%2행이 %1개 변경</translation>
    </message>
    <message>
        <source>%1 names %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 more names</source>
        <translation>그 밖에 이름 %1개</translation>
    </message>
    <message>
        <source>%1: to one another</source>
        <translation>%1: 서로를 참조</translation>
    </message>
    <message>
        <source>%1: to what is drawn when they are opened</source>
        <translation>%1: 열면 그려지는 객체를 참조</translation>
    </message>
    <message>
        <source>items</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>global names</source>
        <translation>전역 이름</translation>
    </message>
    <message>
        <source>%1, to %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 keys</source>
        <translation>키 %1개</translation>
    </message>
    <message>
        <source>%1 elements</source>
        <translation>원소 %1개</translation>
    </message>
</context>
<context>
    <name>memtape::PictureAlt</name>
    <message>
        <source>Stack: empty.</source>
        <translation>스택: 비어 있음.</translation>
    </message>
    <message>
        <source>Stack: %1.</source>
        <translation>스택: %1.</translation>
    </message>
    <message>
        <source>Heap: no objects drawn as boxes.</source>
        <translation>힙: 상자로 그린 객체 없음.</translation>
    </message>
    <message>
        <source>Heap: %1.</source>
        <translation>힙: %1.</translation>
    </message>
    <message>
        <source>one more frame</source>
        <translation>그 밖에 프레임 1개</translation>
    </message>
    <message>
        <source>%1 more frames</source>
        <translation>그 밖에 프레임 %1개</translation>
    </message>
    <message>
        <source>one more object</source>
        <translation>그 밖에 객체 1개</translation>
    </message>
    <message>
        <source>%1 more objects</source>
        <translation>그 밖에 객체 %1개</translation>
    </message>
    <message>
        <source>one more part</source>
        <translation>그 밖에 1개</translation>
    </message>
    <message>
        <source>%1 more parts</source>
        <translation>그 밖에 %1개</translation>
    </message>
    <message>
        <source>%1 no. %2</source>
        <translation>%1 %2번</translation>
    </message>
    <message>
        <source>%1, just released</source>
        <translation>%1, 방금 해제됨</translation>
    </message>
    <message>
        <source>%1, unreachable</source>
        <translation>%1, 도달 불가</translation>
    </message>
    <message>
        <source>%1, left by an error</source>
        <translation>%1, 오류로 빠져나옴</translation>
    </message>
    <message>
        <source>%1, just returned</source>
        <translation>%1, 방금 반환됨</translation>
    </message>
    <message>
        <source>%1, running</source>
        <translation>%1, 실행 중</translation>
    </message>
    <message>
        <source>%1 refer to %2</source>
        <translation>%1: %2 참조</translation>
    </message>
    <message>
        <source>returns a reference to %1</source>
        <translation>반환 값: %1 객체의 참조</translation>
    </message>
    <message>
        <source>returns %1</source>
        <translation>반환 값: %1</translation>
    </message>
    <message>
        <source>raises %1</source>
        <translation>발생한 예외: %1</translation>
    </message>
    <message>
        <source>a reference to %1</source>
        <translation>%1 객체의 참조</translation>
    </message>
    <message>
        <source>%1 refers to %2</source>
        <translation>%1: %2 객체를 가리킴</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1: 값 %2</translation>
    </message>
    <message>
        <source>%1 steps beside each other. At first: %2 In the end: %3</source>
        <translation>나란히 놓은 단계 %1개. 처음: %2 마지막: %3</translation>
    </message>
    <message>
        <source>A program's memory at one step</source>
        <translation>한 단계에서 본 프로그램의 메모리</translation>
    </message>
    <message>
        <source>A program's memory, to be stepped through: %1 steps</source>
        <translation>단계별로 넘겨 보는 프로그램의 메모리: %1단계</translation>
    </message>
</context>
<context>
    <name>memtape::PictureCommands</name>
    <message>
        <source>Compare with a recording</source>
        <translation>기록과 비교</translation>
    </message>
    <message>
        <source>Recordings (*.tape)</source>
        <translation>기록 (*.tape)</translation>
    </message>
</context>
<context>
    <name>memtape::PictureExport</name>
    <message>
        <source>Export the picture</source>
        <translation>그림 내보내기</translation>
    </message>
    <message>
        <source>The animation is being drawn …</source>
        <translation>애니메이션을 그리는 중 …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>Saved %1 pictures, the last one as %2.</source>
        <translation>그림 %1개를 저장했습니다. 마지막 파일: %2</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>그림을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>%1단계</translation>
    </message>
    <message>
        <source>Print the picture</source>
        <translation>그림 인쇄</translation>
    </message>
    <message>
        <source>The picture goes to %1.</source>
        <translation>그림을 %1(으)로 보냅니다.</translation>
    </message>
</context>
<context>
    <name>memtape::Playback</name>
    <message>
        <source>There are no breakpoints. Click beside a line number to set one.</source>
        <translation>중단점이 없습니다. 행 번호 옆을 클릭하면 설정됩니다.</translation>
    </message>
    <message>
        <source>No breakpoint is met before this step.</source>
        <translation>이 단계 앞에서는 중단점을 만나지 않습니다.</translation>
    </message>
    <message>
        <source>No breakpoint is met after this step.</source>
        <translation>이 단계 뒤에서는 중단점을 만나지 않습니다.</translation>
    </message>
    <message>
        <source>Select an object or a name first.</source>
        <translation>먼저 객체나 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>The selected row has no earlier change.</source>
        <translation>선택한 행은 이 단계 전에 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>The selected row has no later change.</source>
        <translation>선택한 행은 이 단계 뒤에 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>The selected object has no earlier change.</source>
        <translation>선택한 객체에 더 이전의 변화가 없습니다.</translation>
    </message>
    <message>
        <source>The selected object has no later change.</source>
        <translation>선택한 객체에 더 이후의 변화가 없습니다.</translation>
    </message>
    <message>
        <source>Line %1 does not run.</source>
        <translation>%1행은 실행되지 않습니다.</translation>
    </message>
</context>
<context>
    <name>memtape::PointerText</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2의 %1</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>바이트 %1</translation>
    </message>
    <message>
        <source>part %1</source>
        <translation>부분 %1</translation>
    </message>
    <message>
        <source>dangling</source>
        <translation>허상 포인터</translation>
    </message>
    <message>
        <source>a frame that is gone</source>
        <translation>사라진 프레임</translation>
    </message>
    <message>
        <source>a block that was given back</source>
        <translation>반환된 블록</translation>
    </message>
</context>
<context>
    <name>memtape::PredictBar</name>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Step on without an answer (→)</source>
        <translation>답하지 않고 다음 단계로 (→)</translation>
    </message>
    <message>
        <source>Ask no more</source>
        <translation>더 묻지 않기</translation>
    </message>
    <message>
        <source>Click it in the picture, or press its letter.</source>
        <translation>그림에서 클릭하거나 글자 키를 누르세요.</translation>
    </message>
    <message>
        <source>Press its letter.</source>
        <translation>글자 키를 누르세요.</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>맞습니다.</translation>
    </message>
    <message>
        <source>Not so.</source>
        <translation>그렇지 않습니다.</translation>
    </message>
</context>
<context>
    <name>memtape::PredictTally</name>
    <message>
        <source>%1 of %2 right</source>
        <translation>%2개 가운데 %1개 맞음</translation>
    </message>
</context>
<context>
    <name>memtape::Predictions</name>
    <message>
        <source>Answer, or skip, to see what it does.</source>
        <translation>답하거나 건너뛰면 무슨 일이 일어나는지 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>memtape::ProgramFiles</name>
    <message>
        <source>The lesson that was open last is not there any more, so this is the first one.</source>
        <translation>마지막으로 열었던 학습이 이제 없어서 첫 번째 학습을 엽니다.</translation>
    </message>
    <message>
        <source>%1 was open last and is not there any more.</source>
        <translation>마지막으로 열었던 파일 %1: 이제 그 자리에 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 파일을 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>This recording begins at step %1 of its run: what was before was dropped while it was made.</source>
        <translation>이 기록은 실행의 단계 %1부터 시작합니다. 그 앞의 단계는 기록하는 동안 버려졌습니다.</translation>
    </message>
    <message>
        <source>%1 programs and recordings (%2 *.tape);;All files (*)</source>
        <translation>%1 프로그램과 기록 (%2 *.tape);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>%1 programs (%2)</source>
        <translation>%1 프로그램 (%2)</translation>
    </message>
    <message>
        <source>Save the program</source>
        <translation>프로그램 저장</translation>
    </message>
    <message>
        <source>Not saved: the program's first lines name the encoding %1, which has no “%2”.</source>
        <translation>저장하지 않았습니다. 프로그램 첫머리에 인코딩이 %1(으)로 적혀 있는데, 이 인코딩에는 “%2” 글자가 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 파일에 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>파일 저장</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 빼기</translation>
    </message>
    <message>
        <source>A folder of packages that programs may import</source>
        <translation>프로그램이 import할 수 있는 패키지 폴더</translation>
    </message>
    <message>
        <source>Packages are imported from the new list of folders when the program is recorded again.</source>
        <translation>바뀐 폴더 목록은 프로그램을 다시 기록할 때부터 쓰입니다.</translation>
    </message>
    <message>
        <source>Save the recording</source>
        <translation>기록 저장</translation>
    </message>
    <message>
        <source>Recordings (*.tape)</source>
        <translation>기록 (*.tape)</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1: 저장하지 않은 변경이 있습니다.</translation>
    </message>
    <message>
        <source>%1 was changed on the disk since; to save this text takes the place of what is there.</source>
        <translation>%1: 그사이 디스크의 파일도 바뀌었습니다. 저장하면 이 내용이 그 파일을 대신합니다.</translation>
    </message>
</context>
<context>
    <name>memtape::QuestionWords</name>
    <message>
        <source>The body of %1 is about to run</source>
        <translation>%1 본문이 곧 실행됩니다</translation>
    </message>
    <message>
        <source>An exception is about to leave %1</source>
        <translation>예외가 곧 %1 호출을 떠납니다</translation>
    </message>
    <message>
        <source>The call of %1 has its result and is about to give it back</source>
        <translation>%1 호출의 결과가 나왔고, 곧 돌려줍니다</translation>
    </message>
    <message>
        <source>Line %1 has raised an exception:  %2</source>
        <translation>%1행에서 예외가 발생했습니다:  %2</translation>
    </message>
    <message>
        <source>Line %1 is about to run:  %2</source>
        <translation>%1행이 곧 실행됩니다:  %2</translation>
    </message>
    <message>
        <source>the name %1</source>
        <translation>%1 이름</translation>
    </message>
    <message>
        <source>the name %1 in the call of %2</source>
        <translation>%2 호출 안의 %1 이름</translation>
    </message>
    <message>
        <source>item %1 of %2</source>
        <translation>%2의 %1번 항목</translation>
    </message>
    <message>
        <source>the key %1 of %2</source>
        <translation>%2의 %1 키</translation>
    </message>
    <message>
        <source>the shared name %1</source>
        <translation>함께 쓰는 %1 이름</translation>
    </message>
    <message>
        <source>attribute %1 of %2</source>
        <translation>%2의 %1 속성</translation>
    </message>
    <message>
        <source>Which line runs next?</source>
        <translation>다음에 실행되는 것은 어느 행일까요?</translation>
    </message>
    <message>
        <source>Which object will %1 refer to?</source>
        <translation>%1의 참조는 어느 객체로 이어질까요?</translation>
    </message>
    <message>
        <source>Which value will %1 have?</source>
        <translation>%1의 값은 무엇이 될까요?</translation>
    </message>
    <message>
        <source>Which of these objects will be released?</source>
        <translation>이 가운데 어느 객체가 해제될까요?</translation>
    </message>
    <message>
        <source>How many references to %1 will there be?</source>
        <translation>%1의 참조 횟수는 몇이 될까요?</translation>
    </message>
    <message>
        <source>What will be printed?</source>
        <translation>무엇이 출력될까요?</translation>
    </message>
    <message>
        <source>Which frame goes?</source>
        <translation>어느 프레임이 사라질까요?</translation>
    </message>
    <message>
        <source>%1 after line %2</source>
        <translation>%2행 실행 후의 %1</translation>
    </message>
    <message>
        <source>%1 afterwards</source>
        <translation>실행 후의 %1</translation>
    </message>
    <message>
        <source>a new object</source>
        <translation>새로 만들어지는 객체</translation>
    </message>
    <message>
        <source>none: it waits in the heap</source>
        <translation>없음: 힙에서 기다린다</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>이 가운데 없음</translation>
    </message>
    <message>
        <source>line %1:  %2</source>
        <translation>%1행:  %2</translation>
    </message>
    <message>
        <source>Line %1 runs next.</source>
        <translation>다음에는 %1행이 실행됩니다.</translation>
    </message>
    <message>
        <source>There is now one reference to %1.</source>
        <translation>%1의 참조 횟수는 이제 1입니다.</translation>
    </message>
    <message>
        <source>There are now %1 references to %2.</source>
        <translation>%2의 참조 횟수는 이제 %1입니다.</translation>
    </message>
    <message>
        <source>None of these was released: something still refers to each of them.</source>
        <translation>해제된 것은 없습니다. 저마다 가리키는 것이 아직 있습니다.</translation>
    </message>
</context>
<context>
    <name>memtape::RunEndText</name>
    <message>
        <source>not caught, so the program ended here.</source>
        <translation>처리되지 않아 프로그램이 여기서 끝났습니다.</translation>
    </message>
    <message>
        <source>the program ended itself here, with exit status %1.</source>
        <translation>프로그램이 여기서 스스로 끝났습니다. 종료 상태는 %1입니다.</translation>
    </message>
    <message>
        <source>the program was interrupted, and ended here.</source>
        <translation>프로그램이 중단 요청을 받아 여기서 끝났습니다.</translation>
    </message>
    <message>
        <source>The limit of steps was reached here; the program itself had not ended.</source>
        <translation>여기서 단계 수 한도에 이르렀습니다. 프로그램은 아직 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>The program's heap reached its limit here; the program itself had not ended.</source>
        <translation>여기서 프로그램의 힙이 한도에 이르렀습니다. 프로그램은 아직 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>The program's output reached its limit here; the program itself had not ended.</source>
        <translation>여기서 프로그램의 출력이 한도에 이르렀습니다. 프로그램은 아직 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>The recording is full here; the program itself had not ended.</source>
        <translation>여기서 기록할 공간이 가득 찼습니다. 프로그램은 아직 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>The recording was stopped here; the program itself had not ended.</source>
        <translation>여기서 기록을 멈추었습니다. 프로그램은 아직 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>Every thread waits for another here, so the program was stopped.</source>
        <translation>여기서 모든 스레드가 서로를 기다리고 있어 프로그램을 멈추었습니다.</translation>
    </message>
    <message>
        <source>The recording ends here, with the process in which the program ran; the program itself had not ended.</source>
        <translation>프로그램을 실행하던 프로세스가 종료되어 기록이 여기서 끝납니다. 프로그램은 아직 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>ends with %1</source>
        <translation>%1 예외로 끝남</translation>
    </message>
    <message>
        <source>ends with exit status %1</source>
        <translation>종료 상태 %1로 끝남</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>도중에 멈춤</translation>
    </message>
</context>
<context>
    <name>memtape::SettingsStore</name>
    <message>
        <source>The file of the settings was damaged. It was set aside as %1, and what could be read of it is used.</source>
        <translation>설정 파일이 손상되어 있었습니다. 그 파일은 다음 이름으로 옮겨 두었고, 읽을 수 있는 설정은 그대로 씁니다: %1</translation>
    </message>
    <message>
        <source>The settings cannot be read from %1: %2.</source>
        <translation>설정을 읽을 수 없습니다: %1 (%2)</translation>
    </message>
    <message>
        <source>The settings cannot be written to %1, which is as it was: %2.</source>
        <translation>설정을 저장할 수 없어 파일을 그대로 두었습니다: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>memtape::StatusLine</name>
    <message>
        <source>Recording…</source>
        <translation>기록 중…</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>아직 기록 없음</translation>
    </message>
    <message>
        <source>1 call deep</source>
        <translation>호출 1겹</translation>
    </message>
    <message>
        <source>%1 calls deep</source>
        <translation>호출 %1겹</translation>
    </message>
    <message>
        <source>1 object, %1</source>
        <translation>객체 1개, %1</translation>
    </message>
    <message>
        <source>%1 objects, %2</source>
        <translation>객체 %1개, %2</translation>
    </message>
    <message>
        <source>nothing unreachable</source>
        <translation>도달 불가 없음</translation>
    </message>
    <message>
        <source>%1 unreachable but alive</source>
        <translation>도달 불가 %1개 (아직 살아 있음)</translation>
    </message>
    <message>
        <source>made</source>
        <translation>만들어짐</translation>
    </message>
    <message>
        <source>released</source>
        <translation>해제</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>예외</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>collection</source>
        <translation>수거</translation>
    </message>
    <message>
        <source>Text size; click for 100 %</source>
        <translation>글자 크기, 클릭하면 100 %</translation>
    </message>
    <message>
        <source>Text size %1 percent</source>
        <translation>글자 크기 %1 퍼센트</translation>
    </message>
</context>
<context>
    <name>memtape::StepWords</name>
    <message>
        <source>%1 and %2 more objects</source>
        <translation>%1 외 객체 %2개</translation>
    </message>
    <message>
        <source>an empty line</source>
        <translation>빈 줄</translation>
    </message>
    <message>
        <source>nothing but spaces</source>
        <translation>공백만</translation>
    </message>
    <message>
        <source>Its last reference was the name %1.</source>
        <translation>마지막 참조는 %1 이름이었습니다.</translation>
    </message>
    <message>
        <source>Its last reference went with the call of %1.</source>
        <translation>%1 호출이 끝나면서 마지막 참조가 사라졌습니다.</translation>
    </message>
    <message>
        <source>Its last reference was in %1.</source>
        <translation>마지막 참조는 %1 안에 있었습니다.</translation>
    </message>
    <message>
        <source>Only the running line still held it.</source>
        <translation>실행 중인 행만 붙들고 있던 객체입니다.</translation>
    </message>
    <message>
        <source>The body of %1 has a frame of its own on the stack.</source>
        <translation>%1 본문의 프레임이 스택에 생겼습니다.</translation>
    </message>
    <message>
        <source>The call of %1 got a frame of its own on the stack.</source>
        <translation>%1 호출의 프레임이 스택에 생겼습니다.</translation>
    </message>
    <message>
        <source>The call of %1 got a frame of its own on the stack, with the names %2.</source>
        <translation>%1 호출의 프레임이 스택에 생겼고, 그 안의 이름은 다음과 같습니다: %2.</translation>
    </message>
    <message>
        <source>Only references were handed over; nothing was copied.</source>
        <translation>참조만 전달되었고 복사된 것은 없습니다.</translation>
    </message>
    <message>
        <source>The body of %1 has run; its frame is gone.</source>
        <translation>%1 본문의 실행이 끝나 프레임이 사라졌습니다.</translation>
    </message>
    <message>
        <source>The call of %1 is over: its frame and the names in it are gone.</source>
        <translation>%1 호출이 끝나 프레임과 그 안의 이름들이 사라졌습니다.</translation>
    </message>
    <message>
        <source>The call of %1 returned %2; its frame and the names in it are gone.</source>
        <translation>%1 호출이 %2를 반환하고 끝나, 프레임과 그 안의 이름들이 사라졌습니다.</translation>
    </message>
    <message>
        <source>the main thread</source>
        <translation>주 스레드</translation>
    </message>
    <message>
        <source>thread %1</source>
        <translation>%1번 스레드</translation>
    </message>
    <message>
        <source>It is the object of the name %1: nothing was copied.</source>
        <translation>%1 이름이 가리키는 바로 그 객체이며, 복사되지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing was copied.</source>
        <translation>복사된 것은 없습니다.</translation>
    </message>
    <message>
        <source>The name %1 now refers to %2, no longer to %3.</source>
        <translation>%1 이름이 이제 %3 대신 %2를 가리킵니다.</translation>
    </message>
    <message>
        <source>The name %1 now refers to %2.</source>
        <translation>%1 이름이 이제 %2를 가리킵니다.</translation>
    </message>
    <message>
        <source>The name %1 was removed.</source>
        <translation>%1 이름이 삭제되었습니다.</translation>
    </message>
    <message>
        <source>Its object stays: the name %1 refers to it too.</source>
        <translation>객체는 남습니다. %1 이름도 가리키고 있기 때문입니다.</translation>
    </message>
    <message>
        <source>One and the same %1 is seen through %2, so the change shows in all of them.</source>
        <translation>%2 모두 같은 %1 객체를 가리키므로, 어느 쪽으로 보아도 바뀌어 있습니다.</translation>
    </message>
    <message>
        <source>The %1 was emptied: it held %2 items.</source>
        <translation>%1 객체가 비워졌습니다. 항목이 %2개 들어 있었습니다.</translation>
    </message>
    <message>
        <source>The %1 seen through %2 was emptied: it held %3 items.</source>
        <translation>%2의 %1 객체가 비워졌습니다. 항목이 %3개 들어 있었습니다.</translation>
    </message>
    <message>
        <source>Item %1 of %2 now refers to %3.</source>
        <translation>%2의 %1번 항목이 이제 %3를 가리킵니다.</translation>
    </message>
    <message>
        <source>Item %1 of %2 now refers to %3, no longer to %4.</source>
        <translation>%2의 %1번 항목이 이제 %4 대신 %3를 가리킵니다.</translation>
    </message>
    <message>
        <source>A value in %1 now refers to %2.</source>
        <translation>%1 안의 한 값이 이제 %2를 가리킵니다.</translation>
    </message>
    <message>
        <source>The key %1 of %2 now leads to %3.</source>
        <translation>%2의 %1 키가 이제 %3로 이어집니다.</translation>
    </message>
    <message>
        <source>The key %1 of %2 now leads to %3, no longer to %4.</source>
        <translation>%2의 %1 키가 이제 %4 대신 %3로 이어집니다.</translation>
    </message>
    <message>
        <source>The cell that functions share now refers to %1.</source>
        <translation>함수들이 함께 쓰는 셀이 이제 %1를 가리킵니다.</translation>
    </message>
    <message>
        <source>The shared name %1 now refers to %2.</source>
        <translation>함께 쓰는 %1 이름이 이제 %2를 가리킵니다.</translation>
    </message>
    <message>
        <source>The shared name %1 now refers to %2, no longer to %3.</source>
        <translation>함께 쓰는 %1 이름이 이제 %3 대신 %2를 가리킵니다.</translation>
    </message>
    <message>
        <source>Attribute %1 of %2 now refers to %3.</source>
        <translation>%2의 %1 속성이 이제 %3를 가리킵니다.</translation>
    </message>
    <message>
        <source>Attribute %1 of %2 now refers to %3, no longer to %4.</source>
        <translation>%2의 %1 속성이 이제 %4 대신 %3를 가리킵니다.</translation>
    </message>
    <message>
        <source>New in %1: item %2, which refers to %3.</source>
        <translation>%1에 %2번 항목이 새로 생겨 %3를 가리킵니다.</translation>
    </message>
    <message>
        <source>New in %1: %2.</source>
        <translation>%1에 %2가 새로 들어왔습니다.</translation>
    </message>
    <message>
        <source>New in %1: the key %2, which leads to %3.</source>
        <translation>%1에 %2 키가 새로 생겨 %3로 이어집니다.</translation>
    </message>
    <message>
        <source>Taken out of %1: item %2, which referred to %3.</source>
        <translation>%1에서 %3를 가리키던 %2번 항목이 빠졌습니다.</translation>
    </message>
    <message>
        <source>Taken out of %1: %2.</source>
        <translation>%1에서 %2가 빠졌습니다.</translation>
    </message>
    <message>
        <source>Taken out of %1: the key %2.</source>
        <translation>%1에서 %2 키가 빠졌습니다.</translation>
    </message>
    <message>
        <source>The cell that functions share refers to nothing now.</source>
        <translation>함수들이 함께 쓰는 셀이 이제 비어 있습니다.</translation>
    </message>
    <message>
        <source>The shared name %1 refers to nothing now.</source>
        <translation>함께 쓰는 %1 이름이 이제 아무것도 가리키지 않습니다.</translation>
    </message>
    <message>
        <source>Attribute %1 of %2 was removed.</source>
        <translation>%2의 %1 속성이 삭제되었습니다.</translation>
    </message>
    <message>
        <source>Part %1 of %2</source>
        <translation>%2의 %1번 부분</translation>
    </message>
    <message>
        <source>The name %1</source>
        <translation>%1 이름</translation>
    </message>
    <message>
        <source>%1 points to nothing now.</source>
        <translation>%1이 이제 아무것도 가리키지 않습니다.</translation>
    </message>
    <message>
        <source>%1 points to %2.</source>
        <translation>%1이 이제 가리키는 곳: %2.</translation>
    </message>
    <message>
        <source>Counted anew, as other references came or went: %1.</source>
        <translation>다른 참조가 늘거나 줄어 참조 횟수가 바뀌었습니다: %1.</translation>
    </message>
    <message>
        <source>The count of references to %1 went from %2 to %3.</source>
        <translation>%1의 참조 횟수: %2 → %3.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The call of %1 handed out %2 and paused; its frame waits in the heap.</source>
        <translation>%1 호출이 %2를 내주고 멈추었습니다. 프레임은 힙에서 기다립니다.</translation>
    </message>
    <message>
        <source>The call of %1 paused; its frame waits in the heap.</source>
        <translation>%1 호출이 멈추었습니다. 프레임은 힙에서 기다립니다.</translation>
    </message>
    <message>
        <source>It yields from %1.</source>
        <translation>%1에서 나오는 값을 그대로 이어 내줍니다.</translation>
    </message>
    <message>
        <source>It awaits %1.</source>
        <translation>%1의 결과를 기다립니다.</translation>
    </message>
    <message>
        <source>Printed: %1</source>
        <translation>출력: %1</translation>
    </message>
    <message>
        <source>Printed to the error output: %1</source>
        <translation>오류 출력: %1</translation>
    </message>
    <message>
        <source>Read from the input: %1</source>
        <translation>입력받은 내용: %1</translation>
    </message>
    <message>
        <source>An exception was raised: %1.</source>
        <translation>예외가 발생했습니다: %1.</translation>
    </message>
    <message>
        <source>An exception was raised: %1 (%2).</source>
        <translation>예외가 발생했습니다: %1 (%2).</translation>
    </message>
    <message>
        <source>The exception %1 waits for a handler here.</source>
        <translation>%1 예외를 처리할 곳을 여기서 찾고 있습니다.</translation>
    </message>
    <message>
        <source>The exception %1 goes on: nothing here has caught it.</source>
        <translation>%1 예외가 여기서 처리되지 않아 계속 올라갑니다.</translation>
    </message>
    <message>
        <source>The exception %1 was caught, so the program goes on here.</source>
        <translation>%1 예외가 처리되어 프로그램이 여기서 계속됩니다.</translation>
    </message>
    <message>
        <source>The exception %1 has been dealt with.</source>
        <translation>%1 예외의 처리가 끝났습니다.</translation>
    </message>
    <message>
        <source>Unreachable, but alive: %1. No name leads to it any more; only the cycle collector can take it.</source>
        <translation>도달 불가 (아직 살아 있음): %1. 이어지는 이름이 하나도 없어, 이제 순환 GC만 수거할 수 있습니다.</translation>
    </message>
    <message>
        <source>Unreachable, but alive: %1. No name leads to them any more; only the cycle collector can take them.</source>
        <translation>도달 불가 (아직 살아 있음): %1. 이어지는 이름이 하나도 없어, 이제 순환 GC만 수거할 수 있습니다.</translation>
    </message>
    <message>
        <source>Released, its count reached 0: %1.</source>
        <translation>객체 해제 (참조 횟수 0): %1.</translation>
    </message>
    <message>
        <source>Released, their counts reached 0: %1.</source>
        <translation>객체 해제 (참조 횟수 0): %1.</translation>
    </message>
    <message>
        <source>With it went %1.</source>
        <translation>함께 해제된 것: %1.</translation>
    </message>
    <message>
        <source>No name led there, so they were collected by the cycle collector: %1.</source>
        <translation>순환 GC 수거: %1. 이어지는 이름이 없던 객체입니다.</translation>
    </message>
    <message>
        <source>Given back by the program: %1.</source>
        <translation>프로그램이 반환한 블록: %1.</translation>
    </message>
    <message>
        <source>The cycle collector ran and found nothing to collect.</source>
        <translation>순환 GC가 실행되었지만 수거할 것이 없었습니다.</translation>
    </message>
    <message>
        <source>What the call gives back is ready: %1.</source>
        <translation>호출이 내줄 객체가 준비되었습니다: %1.</translation>
    </message>
    <message>
        <source>The call of %1 was left by the exception %2; its frame and the names in it are gone.</source>
        <translation>%2 예외가 %1 호출을 빠져나가, 프레임과 그 안의 이름들이 사라졌습니다.</translation>
    </message>
    <message>
        <source>The call of %1 handed out %2, paused, and was asked for more at once.</source>
        <translation>%1 호출이 %2를 내주고 멈추었다가, 곧바로 다음 것을 달라는 요청을 받았습니다.</translation>
    </message>
    <message>
        <source>The call of %1 goes on where it paused; its frame is back on the stack.</source>
        <translation>%1 호출이 멈춘 자리에서 이어집니다. 프레임이 스택으로 돌아왔습니다.</translation>
    </message>
    <message>
        <source>The call of %1 begins to run; its frame came from the heap to the stack.</source>
        <translation>%1 호출이 실행되기 시작합니다. 힙에 있던 프레임이 스택으로 올라왔습니다.</translation>
    </message>
    <message>
        <source>Another thread runs now: %1 instead of %2.</source>
        <translation>이제 %2 대신 %1가 실행됩니다.</translation>
    </message>
    <message>
        <source>The name %1 now has a cell in the heap, so that functions can share it.</source>
        <translation>%1 이름에 힙의 셀이 생겨, 함수들이 함께 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Where the weak reference led, there is nothing now: its object is gone.</source>
        <translation>약한 참조가 가리키던 객체가 사라졌습니다.</translation>
    </message>
    <message>
        <source>Items %1 and %2 of %3 have changed places.</source>
        <translation>%3의 %1번 항목과 %2번 항목이 자리를 바꾸었습니다.</translation>
    </message>
    <message>
        <source>The contents of %1 changed.</source>
        <translation>%1의 내용이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>The object itself changed, in its place: %1.</source>
        <translation>객체 자체가 제자리에서 바뀌었습니다: %1.</translation>
    </message>
    <message>
        <source>The running line holds for now: %1.</source>
        <translation>실행 중인 행이 잠시 붙들고 있는 객체: %1.</translation>
    </message>
    <message>
        <source>The running line no longer holds: %1.</source>
        <translation>실행 중인 행이 놓은 객체: %1.</translation>
    </message>
    <message>
        <source>Also made: %1.</source>
        <translation>그 밖에 만들어진 객체: %1.</translation>
    </message>
    <message>
        <source>Also released: %1.</source>
        <translation>그 밖에 해제된 객체: %1.</translation>
    </message>
    <message>
        <source>Only the language's own bookkeeping changed.</source>
        <translation>언어 구현이 내부에서 쓰는 것만 바뀌었습니다.</translation>
    </message>
</context>
<context>
    <name>memtape::TabStack</name>
    <message>
        <source>Choose a tab</source>
        <translation>탭 고르기</translation>
    </message>
</context>
<context>
    <name>memtape::TimeSearchBar</name>
    <message>
        <source>Find in time</source>
        <translation>시간에서 찾기</translation>
    </message>
    <message>
        <source>x == 3 and len(xs) &gt; 5,   line 7,   output "text",   exception,   collection</source>
        <translation>x == 3 and len(xs) &gt; 5,   line 7,   output "text",   exception,   collection</translation>
    </message>
    <message>
        <source>Find in time: a condition on names, or an event</source>
        <translation>시간에서 찾기: 이름에 대한 조건이나 사건</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>찾기 닫기</translation>
    </message>
</context>
<context>
    <name>memtape::TimeSearchWords</name>
    <message>
        <source>nothing recorded yet</source>
        <translation>아직 기록한 것이 없음</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>찾는 중…</translation>
    </message>
    <message>
        <source>%1 so far, %2 %</source>
        <translation>지금까지 %1개, %2 %</translation>
    </message>
    <message>
        <source>this run never has a name %1</source>
        <translation>이 실행에는 없는 이름: %1</translation>
    </message>
    <message>
        <source>nowhere: the values cannot be compared</source>
        <translation>없음: 비교할 수 없는 값</translation>
    </message>
    <message>
        <source>nowhere in this run</source>
        <translation>이 실행에는 없음</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1개 찾음</translation>
    </message>
    <message>
        <source>The recording cannot be looked through further than step %1: its memory takes too much to be shown.</source>
        <translation>단계 %1 뒤로는 살펴볼 수 없습니다. 기록의 메모리가 너무 커서 보여 줄 수 없습니다.</translation>
    </message>
    <message>
        <source>The recording is damaged behind step %1.</source>
        <translation>기록이 단계 %1 뒤에서 손상되었습니다.</translation>
    </message>
    <message>
        <source>At %1 of the steps the values could not be compared; such steps do not count as found.</source>
        <translation>단계 %1곳에서는 값을 비교할 수 없었습니다. 그런 단계는 찾은 것으로 세지 않습니다.</translation>
    </message>
    <message>
        <source>twelve are watched already: take one away first</source>
        <translation>이미 열두 개를 지켜보고 있습니다. 먼저 하나를 빼십시오</translation>
    </message>
    <message>
        <source>'=' binds a name in a program; '==' compares</source>
        <translation>프로그램에서 '='는 이름을 묶는 기호입니다. 비교는 '=='</translation>
    </message>
    <message>
        <source>this sign means nothing here</source>
        <translation>여기서는 뜻이 없는 기호</translation>
    </message>
    <message>
        <source>a number cannot go on with letters</source>
        <translation>수 뒤에 글자가 이어질 수 없음</translation>
    </message>
    <message>
        <source>the text that begins here has no end</source>
        <translation>여기서 시작한 문자열이 끝나지 않음</translation>
    </message>
    <message>
        <source>there is nothing to follow</source>
        <translation>지켜볼 것이 없음</translation>
    </message>
    <message>
        <source>a value never changes; a name is wanted here</source>
        <translation>값 자체는 바뀌지 않습니다. 여기에는 이름이 와야 합니다</translation>
    </message>
    <message>
        <source>only names, attributes, items and len(…) can be followed; it is over before this</source>
        <translation>이름, 속성, 항목, len(…)만 지켜볼 수 있습니다. 식은 이 앞에서 끝납니다</translation>
    </message>
    <message>
        <source>there is nothing to look for</source>
        <translation>찾을 것이 없음</translation>
    </message>
    <message>
        <source>the expression is over before this; 'and' or 'or' joins two of them</source>
        <translation>식이 이 앞에서 끝남. 둘을 잇는 것은 'and'나 'or'</translation>
    </message>
    <message>
        <source>this is nested too deeply</source>
        <translation>너무 깊이 겹쳐 있음</translation>
    </message>
    <message>
        <source>a ')' is missing here</source>
        <translation>여기에 ')' 빠짐</translation>
    </message>
    <message>
        <source>an ID is a whole number, as the state prints it</source>
        <translation>ID 자리에는 상태 출력에 나오는 정수가 필요함</translation>
    </message>
    <message>
        <source>a line is a whole number</source>
        <translation>행 번호는 정수여야 함</translation>
    </message>
    <message>
        <source>an empty text is in every output</source>
        <translation>빈 문자열은 어느 출력에나 있음</translation>
    </message>
    <message>
        <source>after the file a ':' and a line are wanted</source>
        <translation>파일 뒤에는 ':'와 행 번호가 필요함</translation>
    </message>
    <message>
        <source>a comparison is missing here: == != &lt; &lt;= &gt; &gt;= or is</source>
        <translation>여기에 비교가 빠짐: == != &lt; &lt;= &gt; &gt;= 또는 is</translation>
    </message>
    <message>
        <source>this compares two values that never change; one of them is to be a name</source>
        <translation>변하지 않는 두 값을 비교함. 한쪽은 이름이어야 함</translation>
    </message>
    <message>
        <source>a number is missing behind the sign</source>
        <translation>부호 뒤에 수가 빠짐</translation>
    </message>
    <message>
        <source>something is missing at the end</source>
        <translation>끝에 무언가 빠짐</translation>
    </message>
    <message>
        <source>a name or a value is wanted here</source>
        <translation>여기에 이름이나 값이 필요함</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>수가 아님</translation>
    </message>
    <message>
        <source>a name is wanted here</source>
        <translation>여기에 이름이 필요함</translation>
    </message>
    <message>
        <source>the name of an attribute is missing behind the '.'</source>
        <translation>'.' 뒤에 속성 이름이 빠짐</translation>
    </message>
    <message>
        <source>nothing is called: what would a call do to memory?</source>
        <translation>호출은 할 수 없음: 호출하면 메모리가 바뀔 수 있음</translation>
    </message>
    <message>
        <source>an index or a key in quotes is wanted here</source>
        <translation>여기에 인덱스나 따옴표로 묶은 키가 필요함</translation>
    </message>
    <message>
        <source>this index is too large</source>
        <translation>인덱스가 너무 큼</translation>
    </message>
    <message>
        <source>a ']' is missing here</source>
        <translation>여기에 ']' 빠짐</translation>
    </message>
</context>
<context>
    <name>memtape::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>단계 %1 / %2</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>Heap bytes</source>
        <translation>힙 바이트</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>최대 %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>recording… %1 steps</source>
        <translation>기록 중… %1단계</translation>
    </message>
    <message>
        <source>what comes is hidden until you answer</source>
        <translation>답할 때까지 다음은 가려집니다</translation>
    </message>
    <message>
        <source>reading the recording… %1 steps</source>
        <translation>기록을 읽는 중… %1단계</translation>
    </message>
    <message>
        <source>drag to move through time, wheel to zoom</source>
        <translation>끌면 시간 이동, 휠로 확대</translation>
    </message>
    <message>
        <source>the module</source>
        <translation>모듈</translation>
    </message>
    <message>
        <source>Step %1, line %2 of %3</source>
        <translation>단계 %1, %3의 %2행</translation>
    </message>
    <message>
        <source>Step %1, before the first line</source>
        <translation>단계 %1, 첫 행 실행 전</translation>
    </message>
    <message>
        <source>%1 in the heap, %2 deep</source>
        <translation>힙 %1, 호출 %2겹</translation>
    </message>
    <message>
        <source>▼ found here</source>
        <translation>▼ 여기서 찾음</translation>
    </message>
    <message>
        <source>▲ made an object</source>
        <translation>▲ 객체 만듦</translation>
    </message>
    <message>
        <source>✕ released an object</source>
        <translation>✕ 객체 해제</translation>
    </message>
    <message>
        <source>◆ exception</source>
        <translation>◆ 예외</translation>
    </message>
    <message>
        <source>■ output</source>
        <translation>■ 출력</translation>
    </message>
    <message>
        <source>○ collection</source>
        <translation>○ 순환 GC 수거</translation>
    </message>
    <message>
        <source>Unfold the timeline</source>
        <translation>타임라인 펼치기</translation>
    </message>
    <message>
        <source>Fold the timeline</source>
        <translation>타임라인 접기</translation>
    </message>
</context>
<context>
    <name>memtape::TransportBar</name>
    <message>
        <source>Detail</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Detail: %1</source>
        <translation>자세히: %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Record again  F5</source>
        <translation>다시 기록  F5</translation>
    </message>
    <message>
        <source>Record  F5</source>
        <translation>기록  F5</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Type a step to go there</source>
        <translation>단계 번호를 입력하면 이동합니다</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>step %1 / %2</source>
        <translation>단계 %1 / %2</translation>
    </message>
    <message>
        <source>no steps</source>
        <translation>단계 없음</translation>
    </message>
</context>
<context>
    <name>memtape::UnsavedChanges</name>
    <message>
        <source>Changes that are not saved would be lost if the window were ended: they cannot be kept (%1).</source>
        <translation>저장하지 않은 변경을 따로 보관할 수 없습니다 (%1). 창이 갑자기 종료되면 잃을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1: changes that were not saved when the window ended (%2).</source>
        <translation>%1: 창이 갑자기 종료될 때 저장하지 않은 변경이 있습니다 (%2).</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>되살리기</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
</context>
<context>
    <name>memtape::Views</name>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
    <message>
        <source>Inside the line</source>
        <translation>행 안</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>Heap</source>
        <translation>힙</translation>
    </message>
    <message>
        <source>Garbage</source>
        <translation>쓰레기</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
</context>
<context>
    <name>memtape::WatchRow</name>
    <message>
        <source>Watch it no longer</source>
        <translation>그만 지켜보기</translation>
    </message>
    <message>
        <source>Watch %1 no longer</source>
        <translation>%1 그만 지켜보기</translation>
    </message>
    <message>
        <source>never there</source>
        <translation>한 번도 없음</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>지금은 없음</translation>
    </message>
    <message>
        <source>Watched: %1</source>
        <translation>지켜보는 값: %1</translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <translation>%2단계에서 %1</translation>
    </message>
    <message>
        <source>what comes is hidden until you answer</source>
        <translation>답하기 전에는 다음 내용을 감춥니다</translation>
    </message>
    <message>
        <source>Step %1: %2 is not there</source>
        <translation>%1단계: %2 없음</translation>
    </message>
    <message>
        <source>Step %1: %2 is %3</source>
        <translation>%1단계: %2 = %3</translation>
    </message>
</context>
<context>
    <name>memtape::WatchStrip</name>
    <message>
        <source>looking through the run…</source>
        <translation>실행을 살펴보는 중…</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>지켜보기</translation>
    </message>
    <message>
        <source>total,   node.next.value,   rows[0],   prices["tea"],   len(xs)</source>
        <translation>total,   node.next.value,   rows[0],   prices["tea"],   len(xs)</translation>
    </message>
    <message>
        <source>Watch: names, attributes, items and len, followed through the run</source>
        <translation>지켜보기: 이름, 속성, 항목, len을 실행 내내 따라갑니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close the field for watching</source>
        <translation>지켜보기 입력란 닫기</translation>
    </message>
</context>
</TS>
