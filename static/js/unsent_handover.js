// Every page on which somebody may be logged in: hand over what is left in this browser of others than the reader.

import { handOver, settleSent } from "./unsent_copies.js";
import { person } from "./person.js";

settleSent(person);
handOver(person);
