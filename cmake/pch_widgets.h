// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for ui and app.
#pragma once
#include "pch_core.h"
#include <QtGui>
#include <QtWidgets>
