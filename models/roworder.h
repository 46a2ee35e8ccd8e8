// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a list's rows, in the list's order. RowOrder(n) is n places not read yet (0), whose memory costs nothing
// until it is written: a list of a million rows stands before its first key has been looked up.
#pragma once

#include <QtGlobal>
#include <cstdlib>
#include <new>
#include <type_traits>
#include <vector>

namespace waydesk::models {

// Zeroed pages straight from the system; what is constructed without a value keeps their zero. Hence only RowOrder(n)
// makes unread places that way: to grow or refill one, say the value.
template<typename T>
struct UntouchedZeros
{
    static_assert(std::is_integral_v<T>);
    using value_type = T;
    using is_always_equal = std::true_type;

    T* allocate(std::size_t count)
    {
        if (void* memory = std::calloc(count, sizeof(T)))
            return static_cast<T*>(memory);
        throw std::bad_alloc();
    }
    void deallocate(T* memory, std::size_t) noexcept { std::free(memory); }
    void construct(T*) noexcept {}
    bool operator==(const UntouchedZeros&) const = default;
};

using RowOrder = std::vector<qint64, UntouchedZeros<qint64>>;

} // namespace waydesk::models
