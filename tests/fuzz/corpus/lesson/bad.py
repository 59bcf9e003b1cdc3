# at line 99999999999999999999:1:1
# answer:en:*
# lesson:
# ask::
# detail: none
# picture: -1
# boxes:
# at line :
