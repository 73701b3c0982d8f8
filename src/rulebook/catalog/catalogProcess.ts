import type { ProcessShape } from '../processShape';

/** A shipped process: the data that a customer may also write. */
export type CatalogProcess = ProcessShape;
