// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for the server's HTTP front.
#pragma once
#include "pch_core.h"
#include <boost/asio.hpp>
#include <boost/beast.hpp>
