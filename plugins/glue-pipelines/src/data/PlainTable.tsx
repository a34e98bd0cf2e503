import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    table: {
      borderCollapse: 'collapse',
      fontSize: theme.typography.pxToRem(14),
      alignSelf: 'flex-start',
      overflowWrap: 'break-word',
      '& caption': { textAlign: 'left', fontWeight: 500 },
      '& th, & td': {
        textAlign: 'left',
        verticalAlign: 'top',
        fontWeight: 'normal',
        padding: theme.spacing(0.5, 2, 0.5, 0),
      },
      '& th': { color: theme.palette.text.secondary },
    },
  }),
  { name: 'GluePipelinesPlainTable' },
);

/** A few short values, which wrap where the page is narrow. */
export function PlainTable(props: {
  caption: string;
  columns: string[];
  rows: string[][];
}) {
  const classes = useStyles();
  return (
    <table className={classes.table}>
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map(column => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map(row => (
          <tr key={row.join()}>
            {row.map((value, index) => (
              <td key={props.columns[index]}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
