"""unittest: each outcome of a test, and what the text runner writes of it."""
import io
import re
import unittest
class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print("class up")
    def setUp(self): self.x = [1, 2]; self.addCleanup(print, "cleanup")
    def test_ok(self): self.assertEqual(self.x, [1, 2])
    def test_fail(self): self.assertEqual(1, 2, "why")
    def test_err(self): 1/0
    @unittest.skip("no")
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_exp(self): self.fail("x")
    @unittest.expectedFailure
    def test_unexp(self): pass
    def test_sub(self):
        "A docstring"
        for i in range(3):
            with self.subTest("msg", i=i): self.assertNotEqual(i, 1)
    def test_raises(self):
        with self.assertRaises(ValueError) as c: int("a")
        self.assertIn("invalid", str(c.exception))
        with self.assertRaisesRegex(KeyError, "k"): {}["k"]
        self.assertRaises(TypeError, len, 5)
        with self.assertRaises(KeyError): pass
    def test_more(self):
        self.assertAlmostEqual(0.1+0.2, 0.3); self.assertTrue(1); self.assertIsNone(None); self.assertCountEqual([1,2],[2,1])
        self.assertAlmostEqual(1, 1.1)
if __name__ == "__main__":
    out = io.StringIO()
    r = unittest.main(verbosity=2, exit=False, testRunner=unittest.TextTestRunner(out, verbosity=2))
    print(re.sub(r"in \d.*s", "in some time", out.getvalue()))
    print(r.result)
