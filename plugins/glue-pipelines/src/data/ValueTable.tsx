import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    scroller: {
      overflowX: 'auto',
      maxHeight: 360,
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    cell: {
      padding: theme.spacing(0.5, 2, 0.5, 0),
      whiteSpace: 'nowrap',
      maxWidth: 320,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      fontSize: theme.typography.pxToRem(13),
    },
  }),
  { name: 'GluePipelinesValueTable' },
);

/** Values in rows and columns, as wide as they are. */
export function ValueTable(props: {
  name: string;
  columns: string[];
  rows: ReactNode[][];
}) {
  const { name, columns, rows } = props;
  const classes = useStyles();
  return (
    // It scrolls, so the keyboard must reach it: WCAG 2.1, 2.1.1.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroller} tabIndex={0}>
      <Table size="small" aria-label={name}>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell key={column} className={classes.cell}>
                {column}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={index}>
              {row.map((value, at) => (
                <TableCell key={columns[at]} className={classes.cell}>
                  {value}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
