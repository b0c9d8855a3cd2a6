#pragma once

#include "core/base/json_text.h"  // what the writers here are made of
