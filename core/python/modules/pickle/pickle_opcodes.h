// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The opcodes of pickles, as all protocols have them.

namespace memtape::pickle::opcode {

constexpr char Mark = '(';
constexpr char Stop = '.';
constexpr char Pop = '0';
constexpr char PopMark = '1';
constexpr char Dup = '2';
constexpr char Float = 'F';
constexpr char Int = 'I';
constexpr char BinInt = 'J';
constexpr char BinInt1 = 'K';
constexpr char Long = 'L';
constexpr char BinInt2 = 'M';
constexpr char None = 'N';
constexpr char PersId = 'P';
constexpr char BinPersId = 'Q';
constexpr char Reduce = 'R';
constexpr char String = 'S';
constexpr char BinString = 'T';
constexpr char ShortBinString = 'U';
constexpr char Unicode = 'V';
constexpr char BinUnicode = 'X';
constexpr char Append = 'a';
constexpr char Build = 'b';
constexpr char Global = 'c';
constexpr char Dict = 'd';
constexpr char EmptyDict = '}';
constexpr char Appends = 'e';
constexpr char Get = 'g';
constexpr char BinGet = 'h';
constexpr char Inst = 'i';
constexpr char LongBinGet = 'j';
constexpr char List = 'l';
constexpr char EmptyList = ']';
constexpr char Obj = 'o';
constexpr char Put = 'p';
constexpr char BinPut = 'q';
constexpr char LongBinPut = 'r';
constexpr char SetItem = 's';
constexpr char Tuple = 't';
constexpr char EmptyTuple = ')';
constexpr char SetItems = 'u';
constexpr char BinFloat = 'G';
constexpr char Proto = '\x80'; // protocol 2
constexpr char NewObj = '\x81';
constexpr char Ext1 = '\x82';
constexpr char Ext2 = '\x83';
constexpr char Ext4 = '\x84';
constexpr char Tuple1 = '\x85';
constexpr char Tuple2 = '\x86';
constexpr char Tuple3 = '\x87';
constexpr char NewTrue = '\x88';
constexpr char NewFalse = '\x89';
constexpr char Long1 = '\x8a';
constexpr char Long4 = '\x8b';
constexpr char BinBytes = 'B'; // protocol 3
constexpr char ShortBinBytes = 'C';
constexpr char ShortBinUnicode = '\x8c'; // protocol 4
constexpr char BinUnicode8 = '\x8d';
constexpr char BinBytes8 = '\x8e';
constexpr char EmptySet = '\x8f';
constexpr char AddItems = '\x90';
constexpr char FrozenSet = '\x91';
constexpr char NewObjEx = '\x92';
constexpr char StackGlobal = '\x93';
constexpr char Memoize = '\x94';
constexpr char Frame = '\x95';
constexpr char ByteArray8 = '\x96'; // protocol 5
constexpr char NextBuffer = '\x97';
constexpr char ReadOnlyBuffer = '\x98';

}
