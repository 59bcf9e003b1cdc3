// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pipes and pairs of sockets: what one part of the program writes another reads, all within the process. Who waits for one waits until any has changed
// and looks again.

#include <memory>
#include <string>

#include "core/host/open_files.h"

namespace memtape {

// What can be done with an open file without waiting, in poll()'s bits (POLLIN, POLLOUT, POLLHUP, POLLERR); POLLNVAL: there is none of that number.
int hostPollBits(int handle);
bool hostIsChannel(int handle);                            // else it is always ready, and epoll refuses it
int hostSocketPair(int ends[2]);                           // two that are joined
int hostShutDown(int handle, int how);                     // SHUT_RD …
int hostPeek(int handle, size_t size, std::string& bytes); // what would be read, and stays
int hostReserveHandle(int& handle);                        // a number for what is no file (an epoll object)

// A channel has changed: who waits is to look again. And how a thread waits for that, while others run; null: there are no others. Interrupted: a signal's
// handler has run, which may have changed it too. Broken: an exception is pending, or the run is being stopped.
enum class ChannelWait { Changed, Interrupted, Broken };
extern void (*hostChannelChanged)();
extern ChannelWait (*hostAwaitChannel)();

// For this folder's own use.
std::shared_ptr<OpenFile> openReserved();
void makeSocketPair(std::shared_ptr<OpenFile>& one, std::shared_ptr<OpenFile>& other);
void makePipe(std::shared_ptr<OpenFile>& out, std::shared_ptr<OpenFile>& in);

}
