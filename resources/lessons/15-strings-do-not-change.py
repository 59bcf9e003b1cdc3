word = "tape"
name = word
word += "s"
print(name, word)

text = ""
for letter in "abc":
    text = text + letter
print(text)

parts = []
for letter in "abc":
    parts.append(letter)
print("".join(parts))
# lesson:en: Strings do not change
# lesson:en: A string never changes. What looks like a change makes a new string and moves an arrow. Building a long text piece by piece makes many strings that nobody needs.
# lesson:ko: 문자열은 바뀌지 않는다
# lesson:ko: 문자열은 바뀌지 않습니다. 바뀐 것처럼 보여도 새 문자열이 만들어지고 화살표가 옮겨 갈 뿐입니다. 긴 문자열을 조금씩 이어 붙이면 쓸모없는 문자열이 많이 만들어집니다.
# picture: 3
# detail: objects
# boxes: all
# at line 3:
# lesson:en: word and name refer to one string. Line 3 is about to add an s to word.
# lesson:ko: word와 name이 한 문자열을 가리킵니다. 3행은 word에 s를 더합니다.
# ask:en: What will name refer to then?
# ask:ko: 그러면 name은 무엇을 가리킬까요?
# answer:en: 'tapes', because word and name are the same string.
# answer:en:* 'tape' as before; word gets a new string.
# answer:ko: word와 name은 같은 문자열이므로 'tapes'
# answer:ko:* 그대로 'tape'. word만 새 문자열을 가리킵니다.
# why:en: += on a string makes a new one. With a list it would change the list itself, and name would show it.
# why:ko: 문자열에 +=를 하면 새 문자열이 만들어집니다. 리스트라면 리스트 자체가 바뀌어 name에서도 보였을 것입니다.
# at line 4:
# lesson:en: Two strings now: word refers to the new one.
# lesson:ko: 이제 문자열이 둘입니다. word는 새 문자열을 가리킵니다.
# at line 8:3:
# lesson:en: text has been made anew in each turn. Line 8 makes the next one by copying all letters, and the one before is released.
# lesson:ko: text는 반복할 때마다 새로 만들어졌습니다. 8행은 글자를 모두 복사해 다음 문자열을 만들고, 앞의 것은 해제됩니다.
# at line 14:
# lesson:en: The list has collected arrows to the pieces. join makes the whole text once. Edit a copy: how many strings are made for ten letters, by each way?
# lesson:ko: 리스트에는 조각들로 가는 화살표가 모였습니다. join은 전체 문자열을 한 번에 만듭니다. 사본을 고쳐 보세요. 글자가 열 개라면 두 방법은 문자열을 몇 개씩 만들까요?
