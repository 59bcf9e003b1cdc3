// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// State that each thread of the program has for itself, while the code that uses it knows one only, in a global: the value is the running thread's, and
// those of the others are put aside. A file with such state has one of these as a static variable:
//
//     static ThreadPart<HolderShadow> shadows(holderShadow);
//
// So that what is used all the time costs nothing more because there may be threads.

#include <utility>
#include <vector>

namespace memtape {

class ThreadPartBase {
public:
    virtual void* open() = 0;                               // what a new thread begins with; null: there is no room
    virtual void close(void* room) = 0;                     // of a thread that is over
    virtual void* openFirst() = 0;                          // room for the first thread's value, which is in the global and stays
    virtual void closeFirst(void* room) = 0;                // there when the others are over
    virtual void change(void* leaving, void* arriving) = 0; // the running thread's value goes aside, another's comes

    static const std::vector<ThreadPartBase*>& all() { return list(); }

protected:
    ThreadPartBase() { list().push_back(this); }
    ~ThreadPartBase() = default;

private:
    static std::vector<ThreadPartBase*>& list() {
        static std::vector<ThreadPartBase*> parts;
        return parts;
    }
};

template <class T> class ThreadPart final : public ThreadPartBase {
public:
    // `begin` fills in what a new thread begins with (false: no room for it), `end` gives that back.
    explicit ThreadPart(T& global, bool (*begin)(T&) = nullptr, void (*end)(T&) = nullptr) : m_global(global), m_begin(begin), m_end(end) {}

    void* open() override {
        T* value = new T();
        if (!m_begin || m_begin(*value)) return value;
        delete value;
        return nullptr;
    }
    void* openFirst() override { return new T(); }
    void closeFirst(void* room) override { delete static_cast<T*>(room); }
    void close(void* room) override {
        T* value = static_cast<T*>(room);
        if (m_end) m_end(*value);
        delete value;
    }
    void change(void* leaving, void* arriving) override {
        *static_cast<T*>(leaving) = std::move(m_global);
        m_global = std::move(*static_cast<T*>(arriving));
    }

private:
    T& m_global;
    bool (*m_begin)(T&);
    void (*m_end)(T&);
};

}
