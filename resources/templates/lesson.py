def double(numbers):
    for i in range(len(numbers)):
        numbers[i] *= 2

prices = [3, 4]
old = prices
double(prices)
print(prices, old)
# lesson:en: A title
# lesson:en: What the lesson is about. Lesson ▸ Check says what is wrong in it, by line.
# lesson:ko: 제목
# lesson:ko: 무엇에 관한 학습인지 씁니다. 학습 ▸ 확인은 틀린 곳을 행별로 알려 줍니다.
# picture: 3
# detail: objects
# at line 3:
# lesson:en: What to look at before line 3 runs for the first time.
# lesson:ko: 3행이 처음 실행되기 전에 볼 것을 씁니다.
# ask:en: A question with choices: what will line 8 print for old?
# ask:ko: 고르는 질문입니다. 8행에서 old는 어떻게 출력될까요?
# answer:en: [3, 4]
# answer:en:* [6, 8]
# answer:ko: [3, 4]
# answer:ko:* [6, 8]
# why:en: There is one list, and two names refer to it.
# why:ko: 리스트는 하나이고, 두 이름이 그것을 가리킵니다.
# at line 3:2:
# lesson:en: The second time that line 3 is about to run. Here Memtape asks what its step will do, and knows the answer.
# lesson:ko: 3행이 두 번째로 실행되기 전입니다. 이 단계에서 무엇이 일어날지 Memtape가 묻습니다. 답은 Memtape가 압니다.
# predict:
# at line 8:
# lesson:en: The learner draws the arrows of this moment.
# lesson:ko: 이 순간의 화살표를 학생이 그립니다.
# draw:
