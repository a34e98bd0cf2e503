import { FleetItem } from '@glue-pipelines/backstage-plugin-common';
import { createContext, useContext } from 'react';

/**
 * What a cell of a column that an adopter adds is told.
 * @public
 */
export interface GlueFleetColumnProps {
  item: FleetItem;
}

/**
 * A column that an adopter added to the table of all pipelines.
 *
 * @public
 */
export interface AddedColumn {
  title: string;
  Cell: (props: GlueFleetColumnProps) => JSX.Element;
}

const Added = createContext<readonly AddedColumn[]>([]);

/** Hands the columns of adopters to the page within it. */
export const AddedColumnsProvider = Added.Provider;

/** The columns of adopters, in the order of the app's configuration. */
export function useAddedColumns(): readonly AddedColumn[] {
  return useContext(Added);
}
