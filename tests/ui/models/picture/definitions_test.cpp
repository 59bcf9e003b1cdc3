// SPDX-License-Identifier: GPL-3.0-or-later
// Functions and classes are chips, but for those in which the program keeps data: else a list that all calls or all instances share would be nowhere.
#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/models/picture/picture.h"

using namespace memtape;

namespace {

QString atEnd(const QString& source) {
    auto run = recordedRun(source);
    return pictureText(buildPicture(*run, run->stepCount() - 1, {}));
}

}

TEST_CASE("a list that the instances share through their class hangs on the class", "[picture][definitions]") {
    const QString text = atEnd(QStringLiteral("class Dog:\n"
                                              "    legs = 4\n"
                                              "    tricks = []\n"
                                              "    def learn(self, trick):\n"
                                              "        self.tricks.append(trick)\n"
                                              "rex = Dog()\n"
                                              "rex.learn('roll')\n"));
    REQUIRE(text == QStringLiteral("card Global names (a dict)\n"
                                   "  Dog -> class Dog#2\n"
                                   "  rex -> Dog#3\n"
                                   "card module line 7 running\n"
                                   "  return -> None ∞\n"
                                   "card learn(self, trick) gone\n"
                                   "  returned; its names are gone\n"
                                   "box list#1 1 reference\n"
                                   "  0 -> 'roll'\n"
                                   "box class Dog#2 5 references\n"
                                   "  legs -> 4 ∞\n"
                                   "  tricks -> list#1\n"
                                   "  learn -> function Dog.learn\n"
                                   "box Dog#3 1 reference\n"
                                   "  no attributes\n"));
}

TEST_CASE("a default that calls may change hangs on its function, by position or by name", "[picture][definitions]") {
    const QString text = atEnd(QStringLiteral("def collect(x, times=2, into=[], *, seen={}):\n"
                                              "    into.append(x)\n"
                                              "    return into\n"
                                              "collect(1)\n"));
    REQUIRE(text.contains(QStringLiteral("  collect -> function collect#3\n")));
    REQUIRE(text.contains(QStringLiteral("  times -> 2 ∞\n"
                                         "  into -> list#1\n"
                                         "  seen -> dict#2\n")));
    REQUIRE(text.contains(QStringLiteral("box list#1 1 reference\n"
                                         "  0 -> 1 ∞\n")));
}

TEST_CASE("a method's default makes its class a box, and of the methods only that one", "[picture][definitions]") {
    const QString text = atEnd(QStringLiteral("class Cart:\n"
                                              "    def add(self, item, items=[]):\n"
                                              "        items.append(item)\n"
                                              "    def clear(self):\n"
                                              "        return super().__repr__()\n"
                                              "    @property\n"
                                              "    def size(self):\n"
                                              "        return 0\n"));
    REQUIRE(text.contains(QStringLiteral("  add -> function Cart.add#3\n"
                                         "  clear -> function Cart.clear\n"
                                         "  size -> property\n")));
    REQUIRE(text.contains(QStringLiteral("  items -> list#2\n")));
}

TEST_CASE("definitions that keep nothing that changes are chips", "[picture][definitions]") {
    for (const char* source :
         {"def f(x=1, *, y='a', z=(1, 2)): pass\n", "class A:\n    size = 3\n    def f(self): pass\n",
          "import enum\nclass A(enum.Enum):\n    ONE = 1\n    TWO = [2]\n", "class A:\n    __slots__ = ['x']\n",
          "import collections\nA = collections.namedtuple('A', 'x y', defaults=[0])\n",
          "from dataclasses import dataclass, field\n@dataclass\nclass A:\n    x: int = 0\n    y: list = field(default_factory=list)\n"}) {
        INFO(source);
        const QString text = atEnd(QString::fromUtf8(source) + QStringLiteral("end = 0\n"));
        REQUIRE_FALSE(text.contains(QStringLiteral("\nbox ")));
    }
}

TEST_CASE("an attribute of a class that the line changed is marked, and so is the class", "[picture][definitions]") {
    auto run = recordedRun(QStringLiteral("class Dog:\n"
                                          "    all = []\n"
                                          "    count = 0\n"
                                          "Dog.count += 1\n"
                                          "end = 0\n"));
    const QString text = pictureText(buildPicture(*run, stepAtLine(*run, 5, 1), {}));
    REQUIRE(text.contains(QStringLiteral("box ● class Dog#2")));
    REQUIRE(text.contains(QStringLiteral("  all -> list#1\n"
                                         "  ● count -> 1 ∞\n")));
}

TEST_CASE("a class or a function becomes a box when it is given data, wherever it is referred to", "[picture][definitions]") {
    auto run = recordedRun(QStringLiteral("class Dog: pass\n"
                                          "def f(x=0): pass\n"
                                          "both = [Dog, f]\n"
                                          "Dog.all = []\n"
                                          "f.__defaults__ = ([],)\n"
                                          "end = 0\n"));
    REQUIRE_FALSE(pictureText(buildPicture(*run, stepAtLine(*run, 4, 1), {})).contains(QStringLiteral("box class")));
    const QString text = pictureText(buildPicture(*run, stepAtLine(*run, 6, 1), {}));
    INFO(text.toStdString());
    REQUIRE(text.contains(QStringLiteral("  0 -> class Dog#1\n"
                                         "  1 -> function f#2\n")));
}

TEST_CASE("a default for which there is no parameter, as a program may set them, has its place for a name", "[picture][definitions]") {
    const QString text = atEnd(QStringLiteral("def f(x, *rest, y=3): pass\n"
                                              "f.__defaults__ = ([], [])\n"
                                              "end = 0\n"));
    REQUIRE(text.contains(QStringLiteral("  __defaults__[0] -> list#2\n"
                                         "  x -> list#3\n"
                                         "  y -> 3 ∞\n")));
}
