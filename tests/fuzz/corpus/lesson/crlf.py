n = 1
# lesson:en: A
# at line 1
