// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What every value of a running program begins with, and how references to it are counted.
//
//     [ weakrefs* | dict* ]  only where the type has them managed (type.h)      ← 16 bytes before the GC head
//     [ gc next | gc prev ]  only where the type is a GC type                    ← 16 bytes before the object
//     [ refcount | type* | … ]                                                   ← Object*
//
// The layout, byte for byte, is CPython 3.13's (64 bit, with the GIL), so that sizes, addresses and reuse of blocks follow.
//
// Kinds of pointers:
//   Object*   borrowed: somebody else keeps it alive.
//   Owned     a new reference on its way from a function to its caller: a plain pointer in a register. Null: an exception is pending.
//   Ref<T>    a counted reference that drops itself. The usual local variable.
//   Held<T>   (interpreter.h) a Ref that is known to the recorder: for a native function's local that lives across
//             a call which may run Python code.

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace memtape {

struct Type;
using ssize = std::ptrdiff_t;

struct Object {
    uint64_t refcount;
    Type* type;
};

struct VarObject : Object {
    ssize count; // ob_size
};

// ---- reference counts ----------------------------------------------------------------------------------------------

// sys.getrefcount() of an immortal object; its low half is negative as int32, which is the test (CPython 3.13).
constexpr uint64_t immortalRefcount = 0xFFFFFFFF;

inline bool isImmortal(const Object* o) { return static_cast<int32_t>(o->refcount) < 0; }

void deallocate(Object* o); // the count has fallen to zero: type->dealloc

inline void incref(Object* o) {
    uint32_t low = static_cast<uint32_t>(o->refcount) + 1;
    if (low == 0) return; // immortal
    o->refcount = low;
}
inline void decref(Object* o) {
    if (isImmortal(o)) return;
    if (--o->refcount == 0) deallocate(o);
}
inline void xincref(Object* o) {
    if (o) incref(o);
}
inline void xdecref(Object* o) {
    if (o) decref(o);
}

// ---- Owned and Ref -------------------------------------------------------------------------------------------------

template <class T> struct OwnedOf;
using Owned = OwnedOf<Object>;

template <class T> struct [[nodiscard]] OwnedOf {
    T* pointer;
    OwnedOf() = default;
    constexpr OwnedOf(std::nullptr_t) : pointer(nullptr) {}
    explicit constexpr OwnedOf(T* p) : pointer(p) {}
    template <class U>
    requires std::is_base_of_v<T, U>
    constexpr OwnedOf(OwnedOf<U> other) : pointer(other.pointer) {}
    explicit operator bool() const { return pointer != nullptr; }
};

inline Owned newRef(Object* o) {
    incref(o);
    return Owned(o);
}

template <class T = Object> class [[nodiscard]] Ref {
public:
    Ref() = default;
    Ref(std::nullptr_t) {}
    Ref(OwnedOf<T> owned) : m_pointer(owned.pointer) {}
    template <class U>
    requires(std::is_base_of_v<T, U> && !std::is_same_v<T, U>) Ref(OwnedOf<U> owned) : m_pointer(owned.pointer) {}
    Ref(Ref&& other) noexcept : m_pointer(other.m_pointer) { other.m_pointer = nullptr; }
    Ref(const Ref& other) : m_pointer(other.m_pointer) {
        if (m_pointer) incref(m_pointer);
    }
    ~Ref() {
        if (m_pointer) decref(m_pointer);
    }
    Ref& operator=(Ref other) noexcept {
        std::swap(m_pointer, other.m_pointer);
        return *this;
    }

    static Ref share(T* borrowed) {
        if (borrowed) incref(borrowed);
        return Ref(OwnedOf<T>(borrowed));
    }
    static Ref steal(Object* owned) { return Ref(OwnedOf<T>(static_cast<T*>(owned))); }

    T* get() const { return m_pointer; }
    T* operator->() const { return m_pointer; }
    operator T*() const { return m_pointer; }
    explicit operator bool() const { return m_pointer != nullptr; }
    OwnedOf<T> release() {
        T* p = m_pointer;
        m_pointer = nullptr;
        return OwnedOf<T>(p);
    }
    T* releaseRaw() {
        T* p = m_pointer;
        m_pointer = nullptr;
        return p;
    }
    void reset() {
        T* p = m_pointer;
        m_pointer = nullptr;
        if (p) decref(p);
    }

private:
    T* m_pointer = nullptr;
};

// Empties a field that owns a reference, dropping what was there only afterwards.
template <class T> void clearField(T*& field) {
    T* old = field;
    field = nullptr;
    if (old) decref(old);
}

// What a raising function returns: converts to the failure value of whatever the caller returns.
struct Failure {
    operator Owned() const { return nullptr; }
    template <class T> operator OwnedOf<T>() const { return nullptr; }
    template <class T> operator Ref<T>() const { return nullptr; }
    operator bool() const { return false; }
    operator int() const { return -1; }
    operator ssize() const { return -1; }
};

}
