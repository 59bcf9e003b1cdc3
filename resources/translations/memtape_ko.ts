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
        <source>List what the heap figure counts</source>
        <translation>힙 숫자에 포함된 객체 목록</translation>
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
        <source>Menu</source>
        <translation>메뉴</translation>
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
    <message>
        <source>All keys on one sheet</source>
        <translation>모든 키를 한 장에</translation>
    </message>
    <message>
        <source>Folders of packages</source>
        <translation>패키지 폴더</translation>
    </message>
</context>
<context>
    <name>memtape::Canvas</name>
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
        <source>The heap figure counts what this program made: not what was there before its first line, and not the memory of the process. Click to list what is counted.</source>
        <translation>힙 숫자는 이 프로그램이 만든 것만 셉니다. 첫 행 이전부터 있던 것과 프로세스 전체의 메모리는 세지 않습니다. 누르면 무엇을 세었는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Stack and heap</source>
        <translation>스택과 힙</translation>
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
        <source>Fold the middle of the stack</source>
        <translation>스택의 가운데 접기</translation>
    </message>
    <message>
        <source>Show hidden objects again</source>
        <translation>숨긴 객체 다시 보기</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>글로 복사</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>자세히 보기</translation>
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
        <source>language: the call is over. Its names are gone; the objects they referred to stay while something else refers to them.</source>
        <translation>언어: 호출이 끝나 이름들이 사라졌습니다. 이름이 가리키던 객체는 다른 참조가 있는 동안 남습니다.</translation>
    </message>
    <message>
        <source>Click to show every frame</source>
        <translation>클릭하면 모든 프레임을 펼칩니다</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1행</translation>
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
        <source>name removed</source>
        <translation>이름 삭제</translation>
    </message>
    <message>
        <source>CPython 3.13: Python frames lie in chunks of the interpreter's own memory, not on the machine's C stack.</source>
        <translation>CPython 3.13: Python 프레임은 기계의 C 스택이 아니라 인터프리터가 따로 가진 메모리 덩어리에 있습니다.</translation>
    </message>
    <message>
        <source>CPython 3.13: released at the moment its count reached 0. The block of memory is reusable.</source>
        <translation>CPython 3.13: 참조 횟수가 0이 된 순간 해제되었습니다. 메모리 블록은 재사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>No object has a box here yet: small and shared ones are drawn where they are referred to.</source>
        <translation>아직 상자로 그려진 객체가 없습니다. 작은 객체와 공유되는 객체는 그것을 가리키는 자리에 그려집니다.</translation>
    </message>
    <message>
        <source>language: the call is over without a result. The exception's traceback keeps its frame, and with it its names, as objects in the heap.</source>
        <translation>언어: 호출이 결과 없이 끝났습니다. 예외의 traceback이 이 프레임과 그 안의 이름들을 힙의 객체로 붙잡아 둡니다.</translation>
    </message>
    <message>
        <source>Go to the step that made it</source>
        <translation>이 객체가 만들어진 단계로</translation>
    </message>
    <message>
        <source>Go to its next change</source>
        <translation>다음에 바뀌는 단계로</translation>
    </message>
    <message>
        <source>Go to its previous change</source>
        <translation>이전에 바뀐 단계로</translation>
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
        <source>language: each thread has a stack of its own; all of them share one heap and the global names.</source>
        <translation>언어: 스레드마다 스택이 따로 있고, 힙과 전역 이름은 함께 씁니다.</translation>
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
    <message>
        <source>recorded; %1</source>
        <translation>기록됨 · %1</translation>
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
    <name>memtape::Export</name>
    <message>
        <source>The picture would have more than 64 million pixels; choose a smaller scale, or SVG or PDF.</source>
        <translation>그림이 6400만 픽셀을 넘습니다. 배율을 줄이거나 SVG, PDF를 고르세요.</translation>
    </message>
    <message>
        <source>There is no step %1.</source>
        <translation>단계 %1: 없는 단계입니다.</translation>
    </message>
    <message>
        <source>The ending of the file must be one of: %1.</source>
        <translation>파일 이름은 다음 중 하나로 끝나야 합니다: %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 파일에 쓸 수 없습니다: %2.</translation>
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
        <source>Size of a PNG</source>
        <translation>PNG 크기</translation>
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
    <name>memtape::HappenedText</name>
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
        <source>Just returned from %1 to line %2:  %3</source>
        <translation>%1 호출에서 %2행으로 돌아옴:  %3</translation>
    </message>
    <message>
        <source>Just raised in line %1</source>
        <translation>방금 %1행에서 예외 발생</translation>
    </message>
    <message>
        <source>The program was started</source>
        <translation>프로그램 시작</translation>
    </message>
    <message>
        <source>Just entered %1</source>
        <translation>방금 %1 호출 안으로 들어옴</translation>
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
        <source>Next, line %1:  %2</source>
        <translation>다음 %1행:  %2</translation>
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
        <source>Next: the body of %1 begins</source>
        <translation>다음: %1 본문 시작</translation>
    </message>
    <message>
        <source>Its frame lies on top of the stack. Each argument is an object that the caller already had; only references were handed over.</source>
        <translation>프레임이 스택의 맨 위에 있습니다. 인자는 모두 호출한 쪽에 이미 있던 객체이며, 참조만 전달되었습니다.</translation>
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
        <source>Next: %1 returns %2</source>
        <translation>다음: %1 호출의 반환 → %2</translation>
    </message>
    <message>
        <source>The frame will go. The object is handed to the caller; it is not copied.</source>
        <translation>프레임은 사라집니다. 객체는 복사되지 않고 호출한 쪽에 전달됩니다.</translation>
    </message>
    <message>
        <source>Next: %1 looks for a handler of %2</source>
        <translation>다음: %1 인터프리터가 %2 예외를 처리할 곳을 찾음</translation>
    </message>
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
    <message>
        <source>%1 has left %2, back in line %3:  %4</source>
        <translation>%1 예외가 %2 호출을 빠져나와 %3행으로 돌아옴:  %4</translation>
    </message>
    <message>
        <source>Just entered the module %1</source>
        <translation>방금 %1 모듈 안으로 들어옴</translation>
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
        <source>Its frame lies on top of the stack. The names that it binds become the attributes of the class.</source>
        <translation>프레임이 스택의 맨 위에 있습니다. 여기서 정한 이름들이 클래스의 속성이 됩니다.</translation>
    </message>
    <message>
        <source>Its frame lies on top of the stack.</source>
        <translation>프레임이 스택의 맨 위에 있습니다.</translation>
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
</context>
<context>
    <name>memtape::HappenedView</name>
    <message>
        <source>Nothing recorded yet. Press F5 to record the program.</source>
        <translation>아직 기록이 없습니다. F5를 누르면 프로그램을 기록합니다.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
    <message>
        <source>The program is being recorded…</source>
        <translation>프로그램을 기록하고 있습니다…</translation>
    </message>
</context>
<context>
    <name>memtape::HeapPopup</name>
    <message>
        <source>What this program made and what is still alive. Not counted: what was there before its first line, and what the library made for itself.</source>
        <translation>이 프로그램이 만들었고 아직 살아 있는 객체입니다. 첫 행 이전부터 있던 것과 라이브러리가 스스로 쓰려고 만든 것은 세지 않습니다.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>타입</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>What the heap figure counts</source>
        <translation>힙 숫자에 포함된 객체</translation>
    </message>
    <message>
        <source>… %1 more …</source>
        <translation>… %1개 더 …</translation>
    </message>
    <message>
        <source>together</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>the library, not counted</source>
        <translation>라이브러리(세지 않음)</translation>
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
        <source>Answer to input()</source>
        <translation>input()에 답하기</translation>
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
        <source>unreachable, but alive: no name leads here; only the cycle collector can take it</source>
        <translation>도달 불가 (아직 살아 있음): 이어지는 이름이 없으며 순환 GC만이 수거할 수 있습니다</translation>
    </message>
    <message>
        <source>a running call holds it</source>
        <translation>실행 중인 호출이 가지고 있음</translation>
    </message>
    <message>
        <source>%1 → this %2</source>
        <translation>%1 → 이 %2</translation>
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
        <source>thread</source>
        <translation>스레드</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>기다리는 중</translation>
    </message>
</context>
<context>
    <name>memtape::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>In picture and timeline</source>
        <translation>그림과 타임라인에서</translation>
    </message>
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
        <source>First step, last step</source>
        <translation>첫 단계, 마지막 단계</translation>
    </message>
    <message>
        <source>Play, or pause</source>
        <translation>재생, 일시 정지</translation>
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
        <source>Answer a lesson's question</source>
        <translation>학습의 질문에 답하기</translation>
    </message>
    <message>
        <source>Select nothing; in the program text: go to the picture</source>
        <translation>선택 해제, 프로그램 글에서는 그림으로</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>그 밖에</translation>
    </message>
</context>
<context>
    <name>memtape::LessonGallery</name>
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
    <name>memtape::MainWindow</name>
    <message>
        <source>%1 – Memtape</source>
        <translation>%1 – Memtape</translation>
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
        <source>A limit stopped the program at step %1; everything until then is here.</source>
        <translation>단계 %1: 한도에 이르러 멈추었습니다. 그때까지의 기록은 모두 있습니다.</translation>
    </message>
    <message>
        <source>Record further</source>
        <translation>더 기록하기</translation>
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
        <source>Line %1: %2</source>
        <translation>%1행: %2</translation>
    </message>
    <message>
        <source>Edited since recorded; this picture is of the old program.</source>
        <translation>기록한 뒤 수정되었습니다. 이 그림은 수정 전 프로그램의 것입니다.</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>다시 기록</translation>
    </message>
    <message>
        <source>Go to where it was raised</source>
        <translation>예외가 발생한 곳으로</translation>
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
    <message>
        <source>empty %1</source>
        <translation>빈 %1</translation>
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
    <name>memtape::Picture</name>
    <message>
        <source>for … in</source>
        <translation>for … in</translation>
    </message>
    <message>
        <source>held by this line</source>
        <translation>이 행이 가지고 있음</translation>
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
        <source>Global names (a dict)</source>
        <translation>전역 이름 (dict)</translation>
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
        <source>left by an exception</source>
        <translation>예외로 끝남</translation>
    </message>
    <message>
        <source>returned; its names are gone</source>
        <translation>반환됨. 이름들이 사라짐</translation>
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
        <source>… %1 more …</source>
        <translation>… %1개 더 …</translation>
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
        <source>made by line %1</source>
        <translation>%1행이 만듦</translation>
    </message>
    <message>
        <source>made</source>
        <translation>만들어짐</translation>
    </message>
    <message>
        <source>unreachable but alive</source>
        <translation>도달 불가 (아직 살아 있음)</translation>
    </message>
    <message>
        <source>content</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
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
        <source>leaves by</source>
        <translation>예외로 나감</translation>
    </message>
    <message>
        <source>left by %1</source>
        <translation>%1 예외로 빠져나감</translation>
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
</context>
<context>
    <name>memtape::PictureExport</name>
    <message>
        <source>Export the picture</source>
        <translation>그림 내보내기</translation>
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
</context>
<context>
    <name>memtape::PictureReferences</name>
    <message>
        <source>global names</source>
        <translation>전역 이름</translation>
    </message>
    <message>
        <source>%1, to %2</source>
        <translation>%1, %2</translation>
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
    <name>memtape::ProgramFiles</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 파일을 읽을 수 없습니다: %2.</translation>
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
        <source>%1 cannot be written: %2.</source>
        <translation>%1 파일에 쓸 수 없습니다: %2.</translation>
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
    <name>memtape::SnapshotPage</name>
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
        <source>The call of %1 handed out %2 and paused; its frame waits in the heap.</source>
        <translation>%1 호출이 %2를 내주고 멈추었습니다. 프레임은 힙에서 기다립니다.</translation>
    </message>
    <message>
        <source>The call of %1 paused; its frame waits in the heap.</source>
        <translation>%1 호출이 멈추었습니다. 프레임은 힙에서 기다립니다.</translation>
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
    <name>memtape::Views</name>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>학습</translation>
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
        <source>Object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
</context>
</TS>
