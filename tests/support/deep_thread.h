// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs a function on a stack as large as a program's run has it (core/session): the passes over a deep tree need that where sanitizers make frames large.

#include <pthread.h>

#include <functional>

inline void onDeepStack(const std::function<void()>& function) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, size_t{512} << 20);
    pthread_t thread;
    if (pthread_create(
            &thread, &attributes, [](void* p) -> void* { return (*static_cast<const std::function<void()>*>(p))(), nullptr; },
            const_cast<std::function<void()>*>(&function)) == 0)
        pthread_join(thread, nullptr);
    pthread_attr_destroy(&attributes);
}
