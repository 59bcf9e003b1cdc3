// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/program/vm_types.h"

#include "core/python/objects/model/define_types.h"

namespace memtape {

void defineCodeType(Type* type);
void defineFrameType(Type* type);
void defineTracebackType(Type* type);
void defineGeneratorType(Type* type);
void defineCoroutineType(Type* type);
void defineCoroutineWrapperType(Type* type);
void defineAsyncGeneratorType(Type* type);
void defineAsyncSendType(Type* type);
void defineAsyncThrowType(Type* type);
void defineAsyncWrappedValueType(Type* type);
void defineAnextAwaitableType(Type* type);

void describeVmTypes() {
    describeUpperType(UpperType::Code, defineCodeType);
    describeUpperType(UpperType::Frame, defineFrameType);
    describeUpperType(UpperType::Traceback, defineTracebackType);
    describeUpperType(UpperType::Generator, defineGeneratorType);
    describeUpperType(UpperType::Coroutine, defineCoroutineType);
    describeUpperType(UpperType::CoroutineWrapper, defineCoroutineWrapperType);
    describeUpperType(UpperType::AsyncGenerator, defineAsyncGeneratorType);
    describeUpperType(UpperType::AsyncSend, defineAsyncSendType);
    describeUpperType(UpperType::AsyncThrow, defineAsyncThrowType);
    describeUpperType(UpperType::AsyncWrappedValue, defineAsyncWrappedValueType);
    describeUpperType(UpperType::AnextAwaitable, defineAnextAwaitableType);
}

}
