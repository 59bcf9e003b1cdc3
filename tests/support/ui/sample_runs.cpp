// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/sample_runs.h"

#include <thread>

#include "tests/support/ui/scripted_run.h"

namespace memtape {

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
    Script s(linkedListSource().toStdString(), "linked_list.py");
    uint32_t nodeType = s.addType("Node", TypeInfo::Shape::Plain, true);
    uint32_t init = s.addCode("__init__", {"self", "value"}, 2, 2);
    uint32_t push = s.addCode("push", {"head", "value", "node"}, 2, 6);
    s.start();
    s.line(1);
    s.setGlobal("Node", s.classObject("Node"));
    s.line(6);
    s.setGlobal("push", s.function("push"));
    s.line(11);
    ObjectId head = s.none();
    s.setGlobal("head", head);
    s.line(12);
    s.hold(0, s.make(s.iteratorType(), 48));
    for (int value : {10, 20, 30}) {
        s.setGlobal("n", s.integer(value));
        s.line(13);
        s.call(push, 6, {head, s.integer(value)});
        s.line(7);
        ObjectId node = s.make(nodeType, 48);
        s.call(init, 2, {node, s.integer(value)});
        s.line(3);
        s.setAttribute(node, "value", s.integer(value));
        s.line(4);
        s.setAttribute(node, "next", s.none());
        s.leave(s.none());
        s.endCall();
        s.setLocal("node", node);
        s.line(8);
        s.setAttribute(node, "next", head);
        s.line(9);
        s.leave(node);
        s.endCall();
        s.setGlobal("head", node);
        head = node;
        s.line(12);
    }
    s.release(0);
    s.line(14);
    s.print("30\n");
    s.leave(s.none());
    return s.finish();
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
    Script s(addSource().toStdString(), "a_call_makes_a_frame.py");
    uint32_t add = s.addCode("add", {"a", "b"}, 0, 1);
    s.start();
    s.line(1);
    s.setGlobal("add", s.function("add"));
    s.line(6);
    s.call(add, 1, {});
    s.line(2);
    s.setLocal("a", s.integer(10));
    s.line(3);
    s.setLocal("b", s.integer(20));
    s.line(4);
    s.leave(s.integer(30));
    s.endCall();
    s.setGlobal("total", s.integer(30));
    s.line(7);
    s.print("30\n");
    s.leave(s.none());
    return s.finish();
}

std::unique_ptr<Run> recursionRun(int depth) {
    Script s("def fib(n):\n    return fib(n - 1)\n\nfib(9)\n", "fib.py");
    uint32_t fib = s.addCode("fib", {"n"}, 1, 1);
    s.start();
    s.line(1);
    s.setGlobal("fib", s.function("fib"));
    s.line(4);
    for (int i = depth; i > 0; --i) {
        s.call(fib, 1, {s.integer(i)});
        s.line(2);
    }
    return s.finish();
}

std::unique_ptr<Run> containerRun(int items) {
    Script s("import gc\nnumbers = list(range(9))\nring = []\nring.append(ring)\ndel ring\ngc.collect()\nnumbers[0] = 'first'\n", "lists.py");
    s.start();
    s.line(1);
    s.line(2);
    std::vector<ObjectId> numbers;
    for (int i = 0; i < items; ++i) numbers.push_back(s.integer(i % 200));
    ObjectId list = s.list(numbers);
    s.setGlobal("numbers", list);
    s.line(3);
    ObjectId ring = s.list({});
    s.setGlobal("ring", ring);
    s.line(4);
    s.addItem(ring, ring);
    s.line(5);
    s.deleteGlobal("ring");
    s.line(6);
    s.collect();
    s.line(7);
    s.setItem(list, 0, s.string("first"));
    s.leave(s.none());
    return s.finish();
}

std::unique_ptr<Run> searchTreeRun(int inserts) {
    Script s("# a search tree\n", "tree.py");
    uint32_t nodeType = s.addType("Node", TypeInfo::Shape::Plain, true);
    s.start();
    s.line(1);
    struct Place {
        ObjectId id;
        int key, left = -1, right = -1;
    };
    std::vector<Place> nodes;
    unsigned seed = 7;
    for (int i = 0; i < inserts; ++i) {
        seed = seed * 1103515245u + 12345u;
        int key = int((seed >> 16) % 1000);
        ObjectId id = s.make(nodeType, 48);
        s.setGlobal("new", id);
        s.setAttribute(id, "key", s.integer(key % 200));
        s.line(2);
        if (nodes.empty()) {
            s.setGlobal("root", id);
        } else {
            int at = 0;
            for (;;) {
                s.setGlobal("cur", nodes[size_t(at)].id);
                s.line(3);
                int& next = key < nodes[size_t(at)].key ? nodes[size_t(at)].left : nodes[size_t(at)].right;
                if (next < 0) {
                    s.setAttribute(nodes[size_t(at)].id, key < nodes[size_t(at)].key ? "left" : "right", id);
                    next = int(nodes.size());
                    break;
                }
                at = next;
            }
        }
        nodes.push_back({id, key});
        s.line(4);
    }
    s.leave(s.none());
    return s.finish();
}

namespace {

class ScriptedRunner final : public ProgramRunner {
public:
    ~ScriptedRunner() override {
        if (m_thread.joinable()) m_thread.join();
    }
    void start(ProgramStart start) override {
        if (m_thread.joinable()) m_thread.join();
        QString text = QString::fromStdString(start.source);
        ProgramEnd end;
        m_run.reset();
        if (text == linkedListSource()) m_run = linkedListRun();
        else if (text == addSource() || text.contains(QStringLiteral("return a + b"))) m_run = addRun();
        else {
            SyntaxProblem problem;
            problem.message = "invalid syntax";
            problem.line = 1;
            problem.column = 1;
            problem.endLine = 1;
            problem.endColumn = 4;
            end.kind = ProgramEnd::Kind::SyntaxProblem;
            end.problem = problem;
        }
        end.steps = m_run ? m_run->stepCount() : 0;
        m_thread = std::thread([finished = start.finished, end] { finished(end); });
    }
    void stop() override {}
    bool isRunning() const override { return false; }
    uint64_t stepsSoFar() const override { return m_run ? m_run->stepCount() : 0; }
    std::unique_ptr<Run> openRun() const override { return m_run ? m_run->clone() : nullptr; }
    std::unique_ptr<Run> openFile(const std::string&, std::string* error) override {
        if (error) *error = "This file is no recording.";
        return nullptr;
    }
    bool saveTo(const std::string&, std::string*) const override { return false; }

private:
    std::unique_ptr<Run> m_run;
    std::thread m_thread;
};

}

std::unique_ptr<ProgramRunner> makeScriptedRunner() { return std::make_unique<ScriptedRunner>(); }

}
