// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/sample_runs.h"

#include <vector>

#include "tests/support/event_script.h"

namespace memtape {

namespace {

// A script whose beginning names the file with the program's text, whose end is the module's return.
std::unique_ptr<Run> play(const QString& path, const QString& source, const QString& script) {
    QString text = source;
    text.replace(QLatin1Char('\n'), QStringLiteral("\\n")).replace(QLatin1Char('"'), QStringLiteral("\\\""));
    QString whole = QStringLiteral("file %1 \"%2\"\n").arg(path, text) + script;
    return openRun(test::tapeFromScript(whole.toStdString()), Reach::Whole);
}

QString numbers(int count) {
    QString text;
    for (int i = 0; i < count; ++i) text += QLatin1Char(' ') + QString::number(i);
    return text;
}

}

QString linkedListSource() {
    return QStringLiteral("class Node:\n"
                          "    def __init__(self, value):\n"
                          "        self.value = value\n"
                          "        self.next = None\n"
                          "\n"
                          "def push(head, value):\n"
                          "    node = Node(value)\n"
                          "    node.next = head\n"
                          "    return node\n"
                          "\n"
                          "head = None\n"
                          "for n in (10, 20, 30):\n"
                          "    head = push(head, n)\n"
                          "print(head.value)\n");
}

std::unique_ptr<Run> linkedListRun() {
    QString script = QStringLiteral(R"(
code main "<module>" stack 2
code init "Node.__init__" line 2 slots self value args 2
code push "push" line 6 slots head value node stack 1 args 2
type tuple_iterator Plain
new globals dict 184
names Node push head n
small 10 20 30
none None
immortal None
program
push main locals globals
call 0
line 1
new Node type 1072
type Node Plain program
name Node Node
line 6
new push function 160
field push name 'push'
name push push
line 11
name head None
line 12
new items tuple_iterator 48
hold stack 0 items
)");
    QString head = QStringLiteral("None");
    for (const char* value : {"10", "20", "30"}) {
        QString node = QStringLiteral("node") + QLatin1String(value);
        script += QStringLiteral(R"(
name n %1
line 13
push push with %2 %1
call 6
line 7
new %3 Node 48
push init with %3 %1
call 2
line 3
attr %3 value %1
line 4
attr %3 next None
return 4 None
pop
bind node %3
line 8
attr %3 next %2
line 9
hold stack 0 %3
return 9 %3
pop
name head %3
line 12
)")
                      .arg(QLatin1String(value), head, node);
        head = node;
    }
    script += QStringLiteral(R"(
drop stack 0
free items
line 14
out "30\n"
return 14 None
pop
)");
    return play(QStringLiteral("linked_list.py"), linkedListSource(), script);
}

QString addSource() {
    return QStringLiteral("def add():\n"
                          "    a = 10\n"
                          "    b = 20\n"
                          "    return a + b\n"
                          "\n"
                          "total = add()\n"
                          "print(total)\n");
}

std::unique_ptr<Run> addRun() {
    return play(QStringLiteral("a_call_makes_a_frame.py"), addSource(), QStringLiteral(R"(
code main "<module>" stack 2
code add "add" line 1 slots a b stack 2
new globals dict 184
names add total
small 10 20 30
none None
immortal None
program
push main locals globals
call 0
line 1
new add function 160
field add name 'add'
name add add
line 6
push add
call 1
line 2
bind a 10
line 3
bind b 20
line 4
hold stack 0 30
return 4 30
pop
name total 30
line 7
out "30\n"
return 7 None
pop
)"));
}

std::unique_ptr<Run> recursionRun(int depth) {
    QString script = QStringLiteral(R"(
code main "<module>" stack 2
code fib "fib" line 1 slots n stack 2 args 1
new globals dict 184
names fib
small%1
program
push main locals globals
call 0
line 1
new fib function 160
field fib name 'fib'
name fib fib
line 4
)")
                         .arg(numbers(depth + 1));
    for (int i = depth; i > 0; --i) script += QStringLiteral("push fib with %1\ncall 1\nline 2\n").arg(i);
    return play(QStringLiteral("fib.py"), QStringLiteral("def fib(n):\n    return fib(n - 1)\n\nfib(9)\n"), script);
}

std::unique_ptr<Run> containerRun(int items) {
    QString filled;
    for (int i = 0; i < items; ++i) filled += QStringLiteral(" %1").arg(i % 200);
    return play(QStringLiteral("lists.py"),
                QStringLiteral("import gc\nnumbers = list(range(9))\nring = []\nring.append(ring)\ndel ring\ngc.collect()\nnumbers[0] = 'first'\n"),
                QStringLiteral(R"(
code main "<module>" stack 2
new globals dict 184
names numbers ring first
small%1
none None
immortal None
program
push main locals globals
call 0
line 1
line 2
new numbers list %2
fill numbers 0 %3
name numbers numbers
line 3
new ring list 56
name ring ring
line 4
insert ring 0 ring
line 5
unname ring
line 6
collect 2
free ring cycle
collected 1 0
line 7
item numbers 0 'first'
return 7 None
pop
)")
                    .arg(numbers(200))
                    .arg(56 + 8 * items)
                    .arg(filled));
}

std::unique_ptr<Run> searchTreeRun(int inserts) {
    QString script = QStringLiteral(R"(
code main "<module>" stack 2
new globals dict 184
names new root cur
small%1
none None
immortal None
program
type Node Plain program
push main locals globals
call 0
line 1
)")
                         .arg(numbers(200));
    struct Place {
        int key, left = -1, right = -1;
    };
    std::vector<Place> nodes;
    unsigned seed = 7;
    for (int i = 0; i < inserts; ++i) {
        seed = seed * 1103515245u + 12345u;
        int key = int((seed >> 16) % 1000);
        script += QStringLiteral("new node%1 Node 48\nname new node%1\nattr node%1 key %2\nline 2\n").arg(i).arg(key % 200);
        if (nodes.empty()) script += QStringLiteral("name root node0\n");
        for (int at = nodes.empty() ? -1 : 0; at >= 0;) {
            script += QStringLiteral("name cur node%1\nline 3\n").arg(at);
            bool isLeft = key < nodes[size_t(at)].key;
            int& next = isLeft ? nodes[size_t(at)].left : nodes[size_t(at)].right;
            if (next < 0) {
                script += QStringLiteral("attr node%1 %2 node%3\n").arg(at).arg(isLeft ? QStringLiteral("left") : QStringLiteral("right")).arg(i);
                next = i;
                break;
            }
            at = next;
        }
        nodes.push_back({key});
        script += QStringLiteral("line 4\n");
    }
    return play(QStringLiteral("tree.py"), QStringLiteral("# a search tree\n"), script + QStringLiteral("return 4 None\npop\n"));
}

}
