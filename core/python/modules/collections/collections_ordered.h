// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// collections.OrderedDict: a dict, and beside it a doubly linked list of its keys, whose order can be changed. For each place of the dict's
// entries `fastNodes` has the key's node; the table is made anew when the dict has made its own anew.

#include "core/python/objects/containers/dict_object.h"

namespace memtape {

struct OrderedNode {
    Object* key; // counted
    int64_t hash;
    OrderedNode *next, *previous;
};

struct OrderedDictObject : DictObject {
    OrderedNode** fastNodes;
    uint32_t fastCount;    // places in fastNodes
    uint32_t nodeCount;    // as many as entries, unless dict's own methods have taken some of these
    void* keysOfFastNodes; // the DictKeys for which fastNodes was made
    size_t state;          // changes with every change of the order
    OrderedNode *first, *last;
    Object *instanceDict, *weakrefs;
};

extern Type *orderedDictType, *orderedKeysType, *orderedValuesType, *orderedItemsType, *orderedIteratorType;
void defineOrderedDict(Type* t);
void defineOrderedKeys(Type* t);
void defineOrderedValues(Type* t);
void defineOrderedItems(Type* t);
void defineOrderedIterator(Type* t);

// What the views and the iterator (collections_ordered_views.cpp) need of the dict.
inline OrderedDictObject* asOrdered(Object* o) { return static_cast<OrderedDictObject*>(o); }
inline bool isOrdered(Object* o) { return o->type == orderedDictType || isSubtype(o->type, orderedDictType); }
OrderedNode* orderedFind(OrderedDictObject* d, Object* key, int64_t hash); // null: not there, or exception pending
enum OrderedPart : int { OrderedKeys = 1, OrderedValues = 2, OrderedReversed = 4 };
Owned newOrderedIterator(Object* dict, int parts);

}
